import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'

const { setting } = TABLES

const STORE_BRANCH = read(
  { version: setting.version },
  `INSERT INTO setting (name, value, updated_at) VALUES ('branch', ?, ?)
   ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, version = version + 1
   RETURNING version`,
)

/**
 * Keeps the branch's settings, all of them in one row.
 * @returns their version number
 */
export function writeBranchSettings(
  { connection, nowAt, changed }: WriteContext,
  settings: BranchSettings,
): number {
  changed('setting')
  return STORE_BRANCH.get(connection, JSON.stringify(settings), nowAt)?.version ?? 1
}

/**
 * Rows beside the branch's settings, by which the program remembers how far its own work is: for which day and by which
 * settings everyone's facts were computed, and since when they wait to be computed anew.
 */
export type Mark = 'facts.refreshedFor' | 'facts-stale'

const MARK = read({ value: setting.value }, 'SELECT value FROM setting WHERE name = ?')

export function readMark(connection: ReadConnection, mark: Mark): string | undefined {
  return MARK.get(connection, mark)?.value
}

const WRITE_MARK = write('INSERT OR REPLACE INTO setting (name, value, updated_at) VALUES (?, ?, ?)')

/** @param nowAt UTC milliseconds */
export function writeMark(connection: Connection, mark: Mark, value: string, nowAt: number): void {
  WRITE_MARK.run(connection, mark, value, nowAt)
}

const WRITE_FIRST_MARK = write('INSERT OR IGNORE INTO setting (name, value, updated_at) VALUES (?, ?, ?)')

/** Writes a mark where there is none; the first one stays. */
export function writeFirstMark(connection: Connection, mark: Mark, value: string, nowAt: number): void {
  WRITE_FIRST_MARK.run(connection, mark, value, nowAt)
}

const DROP_MARK = write('DELETE FROM setting WHERE name = ?')

export function dropMark(connection: Connection, mark: Mark): void {
  DROP_MARK.run(connection, mark)
}
