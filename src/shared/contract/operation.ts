import type { z } from 'zod'
import type { Role } from '../domain/branch/roles.ts'
import type { TableName } from './tables.ts'

/** A `read` runs on any reader thread; a `write` runs alone, in one transaction with its outbox and audit rows. */
export type Access = 'read' | 'write'

/** Where the work is done: inside the engine's threads, or in the main process because it needs windows, files or the vault. */
export type Place = 'engine' | 'shell'

/** Who may call: signed-in staff of these roles, or anyone before the sign-in. */
export type Callers = readonly Role[] | 'anyone'

/**
 * One thing a window may ask for. The list of operations is closed: the router refuses every name that is not in it.
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
  /** Of a query: the tables that its answer depends on. Nothing else is asked again by itself. */
  readonly reads: readonly TableName[]
  /** Of a command: whoever gave it can take it back for some seconds. */
  readonly undoable?: true
  /** Never set: carries the result's type. */
  readonly result?: Result
}

/** A command that shows somebody, with the tables whose change is worth showing them again while they are on the screen. */
interface AccessEntry<Name extends string, Schema extends z.ZodType, Result>
  extends Operation<Name, Schema, Result, 'write', 'engine'> {
  readonly follows: readonly TableName[]
}

interface Draft<Name extends string, Schema extends z.ZodType, A extends Access, P extends Place> {
  /** Names the result's type and closes the declaration. */
  returns<Result>(): Operation<Name, Schema, Result, A, P>
}

interface LookDraft<Name extends string, Schema extends z.ZodType> {
  /** Names the result's type and closes the declaration. */
  returns<Result>(): AccessEntry<Name, Schema, Result>
}

function declare<P extends Place>(place: P, takenBack: { readonly undoable?: true } = {}) {
  return <Name extends string, Schema extends z.ZodType>(
    name: Name,
    callers: Callers,
    input: Schema,
  ): Draft<Name, Schema, 'write', P> => ({
    returns: () => ({ name, access: 'write', place, callers, input, reads: [], ...takenBack }),
  })
}

/**
 * Declares a query that runs on a reader thread. A window asks it again as soon as a committed write changed one of the
 * tables in `reads`, so all that the answer depends on is named: tables behind a join, a view or a shared reader, the
 * counters that triggers keep, and `setting` or `year_notice` and `day_override` where it goes by the branch's settings
 * or calendar. What is not read is not named, because each name costs a refresh. A test compares both with the tables
 * that SQLite opens.
 */
export function query<Name extends string, Schema extends z.ZodType>(
  name: Name,
  callers: Callers,
  input: Schema,
  { reads }: { readonly reads: readonly TableName[] },
): Draft<Name, Schema, 'read', 'engine'> {
  return { returns: () => ({ name, access: 'read', place: 'engine', callers, input, reads }) }
}

/** Declares a command that runs on the writer thread, in one transaction. */
export const command = declare('engine')
/**
 * Declares a command that whoever gave it can take back for some seconds (`undo.take`). All that it writes lies in
 * `RESTORED_TABLES` of the engine or follows from there; a test does and undoes each of them.
 */
export const undoable = declare('engine', { undoable: true })
/** Declares something only the main process can do: windows, dialogs, printing, the vault, long imports. */
export const shellTask = declare('shell')

/**
 * Declares a command that shows somebody. Each showing is recorded (P2), so it is asked when a person asks and never
 * refreshed like a query; while it is on the screen, a change of one of the tables in `follows` is reason enough to
 * show and record it again. These are fewer than it reads: work with the person, not every import.
 */
export function look<Name extends string, Schema extends z.ZodType>(
  name: Name,
  callers: Callers,
  input: Schema,
  { follows }: { readonly follows: readonly TableName[] },
): LookDraft<Name, Schema> {
  return {
    returns: () => ({ name, access: 'write', place: 'engine', callers, input, reads: [], follows }),
  }
}
