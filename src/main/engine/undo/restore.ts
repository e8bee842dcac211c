import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { Connection, SqlValue } from '../connection.ts'
import {
  areAlike,
  type Changes,
  firstSteps,
  type Image,
  imageOf,
  isKey,
  nameOf,
  type RestoredTable,
  recordChanges,
  type Step,
} from './record-changes.ts'

/** Who read a notice meanwhile built nothing upon it. */
const MAY_CHANGE_MEANWHILE: Readonly<Partial<Record<RestoredTable, readonly string[]>>> = {
  notice: ['shown_at', 'seen_at'],
}
/** What counts that a row was written once more: an undo is a write like any other. */
const COUNTS_WRITES = ['version', 'updated_at']

/**
 * Puts back what a write changed (X2), row by row against its order, so that every step finds what it left. All of it or
 * nothing: the caller's transaction is to be rolled back where this throws.
 * @param nowAt UTC milliseconds, for the rows that count when they were written
 * @returns the tables that it changed
 * @throws AppError `undo.builtUpon` where a row is not as the write left it, or something rests on it since
 */
export function restore(connection: Connection, changes: Changes, nowAt: number): readonly RestoredTable[] {
  for (const row of changes.left) {
    const passing = MAY_CHANGE_MEANWHILE[row.table] ?? []
    if (!areAlike(imageOf(connection, row), row.after, passing)) throw new AppError('undo.builtUpon')
  }
  const { changes: replayed } = recordChanges(connection, () => {
    for (const step of changes.steps.toReversed()) takeBack(connection, step, nowAt)
  })
  requireAsBefore(connection, changes.steps, replayed.steps)
  return [...new Set(changes.steps.map(({ table }) => table))]
}

/** A trigger or a cascade of the schema may have reached further than the write did. */
function requireAsBefore(connection: Connection, steps: readonly Step[], replayed: readonly Step[]): void {
  const firsts = firstSteps(steps)
  const strays = replayed.some((step) => !firsts.has(nameOf(step)))
  const differs = [...firsts.values()].some(
    (step) => !areAlike(imageOf(connection, step), step.before, COUNTS_WRITES),
  )
  if (strays || differs) throw new AppError('undo.builtUpon')
}

function takeBack(connection: Connection, step: Step, nowAt: number): void {
  try {
    if (step.before === null) remove(connection, step)
    else if (!overwrite(connection, step, step.before, nowAt)) putIn(connection, step.table, step.before)
  } catch (error) {
    throw isConstraint(error) ? new AppError('undo.builtUpon') : error
  }
}

function remove(connection: Connection, { table, key }: Step): void {
  connection.statement(`DELETE FROM ${table} WHERE ${isKey(connection, table)}`).run(...key)
}

function overwrite(connection: Connection, { table, key }: Step, before: Image, nowAt: number): boolean {
  const columns = Object.keys(before)
  const set = columns.map((name) => (name === 'version' ? 'version = version + 1' : `${name} = ?`)).join(', ')
  const values = columns
    .filter((name) => name !== 'version')
    .map((name) => (name === 'updated_at' ? nowAt : valueIn(before, name)))
  const sql = `UPDATE ${table} SET ${set} WHERE ${isKey(connection, table)}`
  return connection.statement(sql).run(...values, ...key).changes > 0
}

function putIn(connection: Connection, table: RestoredTable, before: Image): void {
  const columns = Object.keys(before)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  connection.statement(sql).run(...columns.map((name) => valueIn(before, name)))
}

function valueIn(image: Image, name: string): SqlValue {
  return image[name] ?? null
}

function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_CONSTRAINT')
  )
}
