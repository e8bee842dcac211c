import { FACT_SETTINGS } from '../../../shared/domain/branch/settings.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import { dropMark, readMark, writeMark } from '../settings/stored-settings.ts'
import type { FactBasis } from './refresh.ts'

/** The row of `setting` that remembers for which day and by which settings everyone was recomputed last. */
const REFRESHED_FOR = 'facts.refreshedFor'
/** The row that a change of tier lines or thresholds leaves: everyone's facts wait for a refresh. */
const STALE = 'facts-stale'

/** Whether everyone was recomputed for this day by these settings already. */
export function isRefreshedFor(connection: ReadConnection, basis: FactBasis): boolean {
  return readMark(connection, STALE) === undefined && readMark(connection, REFRESHED_FOR) === markOf(basis)
}

/**
 * Remembers that everyone was recomputed.
 * @param nowAt UTC milliseconds
 */
export function markRefreshed(connection: Connection, basis: FactBasis, nowAt: number): void {
  writeMark(connection, REFRESHED_FOR, markOf(basis), nowAt)
  dropMark(connection, STALE)
}

/** Of the settings only what facts rest on: other quiet hours do not make anybody's tier another. */
function markOf({ asOf, settings }: FactBasis): string {
  return JSON.stringify({ asOf, settings: FACT_SETTINGS.map((name) => [name, settings[name]]) })
}

/** Whether the same facts would come out by both. */
export function sameBasis(a: FactBasis, b: FactBasis): boolean {
  return markOf(a) === markOf(b)
}
