import { FACT_SETTINGS } from '../../../shared/domain/branch/settings.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import type { FactBasis } from './refresh.ts'

/** The row of `setting` that remembers for which day and by which settings everyone was recomputed last. */
const MARK = 'facts.refreshedFor'
/** The row that a change of tier lines or thresholds leaves: everyone's facts wait for a refresh. */
const STALE = 'facts-stale'

/** Whether everyone was recomputed for this day by these settings already. */
export function isRefreshedFor(connection: ReadConnection, basis: FactBasis): boolean {
  return settingOf(connection, STALE) === undefined && settingOf(connection, MARK) === markOf(basis)
}

const REMEMBER = write('INSERT OR REPLACE INTO setting (name, value, updated_at) VALUES (?, ?, ?)')

const FORGET = write('DELETE FROM setting WHERE name = ?')

/**
 * Remembers that everyone was recomputed.
 * @param nowAt UTC milliseconds
 */
export function markRefreshed(connection: Connection, basis: FactBasis, nowAt: number): void {
  REMEMBER.run(connection, MARK, markOf(basis), nowAt)
  FORGET.run(connection, STALE)
}

const SETTING = read({ value: TABLES.setting.value }, 'SELECT value FROM setting WHERE name = ?')

function settingOf(connection: ReadConnection, name: string): string | undefined {
  return SETTING.get(connection, name)?.value
}

/** Of the settings only what facts rest on: other quiet hours do not make anybody's tier another. */
function markOf({ asOf, settings }: FactBasis): string {
  return JSON.stringify({ asOf, settings: FACT_SETTINGS.map((name) => [name, settings[name]]) })
}

/** Whether the same facts would come out by both. */
export function sameBasis(a: FactBasis, b: FactBasis): boolean {
  return markOf(a) === markOf(b)
}
