import type { Access } from '../operation.ts'

/**
 * Something that the program asks of its own engine and no window can ask for: the router looks names up in the list of
 * operations, and these are not in it. What comes here was made by the program itself, so there is no schema to pass.
 */
export interface Internal<Name extends string, A extends Access, Input, Result> {
  readonly kind: 'internal'
  readonly name: Name
  /** As of an operation: a read runs on a reader and is not audited, a write in one transaction with its audit rows. */
  readonly access: A
  /**
   * In whose name a write stands in the audit and the outbox: of who is signed in, or of the program, where time or a
   * machine brought it about and whoever sits there had no part in it.
   */
  readonly actor: Actor
  /** Never set: these two carry the types. */
  readonly input?: Input
  readonly result?: Result
}

export type Actor = 'staff' | 'program'

/** Long work on the writer thread that tells how far it is and can be cancelled. */
export interface JobDeclaration<Name extends string, Input, Progress, Result> {
  readonly kind: 'job'
  readonly name: Name
  /** Never set: these three carry the types. */
  readonly input?: Input
  readonly progress?: Progress
  readonly result?: Result
}

/** Nothing needs to be said with it. */
export type Nothing = Record<string, never>

interface InternalDraft<Name extends string, A extends Access> {
  takes<Input>(): { returns<Result>(): Internal<Name, A, Input, Result> }
}

interface JobDraft<Name extends string> {
  takes<Input>(): { tells<Progress>(): { returns<Result>(): JobDeclaration<Name, Input, Progress, Result> } }
}

/** Declares an operation that only the program itself calls. */
export function declareInternal<Name extends string, A extends Access>(
  name: Name,
  access: A,
  actor: Actor = 'staff',
): InternalDraft<Name, A> {
  return { takes: () => ({ returns: () => ({ kind: 'internal', name, access, actor }) }) }
}

/** Declares a job: what it takes, what it tells on the way, and what it gives back. */
export function declareJob<Name extends string>(name: Name): JobDraft<Name> {
  return { takes: () => ({ tells: () => ({ returns: () => ({ kind: 'job', name }) }) }) }
}
