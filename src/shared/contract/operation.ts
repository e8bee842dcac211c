import type { z } from 'zod'
import type { Role } from '../domain/roles.ts'

/** A `read` runs on any reader thread; a `write` runs alone, in one transaction with its outbox and audit rows. */
export type Access = 'read' | 'write'

/** Where the work is done: inside the engine's threads, or in the main process because it needs windows, files or the vault. */
export type Place = 'engine' | 'shell'

/** Who may call: signed-in staff of these roles, or anyone before the sign-in. */
export type Callers = readonly Role[] | 'anyone'

/**
 * One thing a window may ask for. The list of operations is closed: the door refuses every name that is not in it.
 * `Result` lives in the type only; the handler's type is checked against it.
 */
export interface Operation<
  Name extends string = string,
  Schema extends z.ZodType = z.ZodType,
  Result = unknown,
  A extends Access = Access,
  P extends Place = Place,
> {
  readonly name: Name
  readonly access: A
  readonly place: P
  readonly callers: Callers
  readonly input: Schema
  /** Never set: carries the result's type. */
  readonly result?: Result
}

interface Draft<Name extends string, Schema extends z.ZodType, A extends Access, P extends Place> {
  /** Names the result's type and closes the declaration. */
  returns<Result>(): Operation<Name, Schema, Result, A, P>
}

function declare<A extends Access, P extends Place>(access: A, place: P) {
  return <Name extends string, Schema extends z.ZodType>(
    name: Name,
    callers: Callers,
    input: Schema,
  ): Draft<Name, Schema, A, P> => ({
    returns: () => ({ name, access, place, callers, input }),
  })
}

/** Declares a query that runs on a reader thread. */
export const query = declare('read', 'engine')
/** Declares a command that runs on the writer thread, in one transaction. */
export const command = declare('write', 'engine')
/** Declares something only the main process can do: windows, dialogs, printing, the vault, long imports. */
export const shellTask = declare('write', 'shell')
