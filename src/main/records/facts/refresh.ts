import type { FactSettings } from '../../../shared/domain/branch/settings.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { Connection, ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES, type TableName } from '../../engine/schema.ts'
import { bucketOf } from '../../engine/search-index/keys.ts'
import { type Placement, placeSearchKeys } from '../../engine/search-index/writer.ts'
import { read } from '../../engine/statement.ts'
import { computeFacts } from './compute.ts'
import { type IdRange, readInto, readOlderActivity, tallyFor } from './read-tallies.ts'
import { dropFacts, readStoredMonths, storeFacts, storeMonths } from './store.ts'
import type { Tally } from './tally.ts'
import { type FactWindows, windowsFor } from './windows.ts'

export type { IdRange } from './read-tallies.ts'

const { customer } = TABLES

/** By what the facts are computed. */
export interface FactBasis {
  /** The day the facts speak of: the branch's today, or an import's as-of date. */
  readonly asOf: CivilDate
  readonly settings: FactSettings
}

/** What a refresh may change: with the counts that triggers keep of the facts, and the bucket of the search keys. */
export const REFRESHED_TABLES: readonly TableName[] = [
  'customer_facts',
  'customer_count',
  'month_rollup',
  'customer',
  'search_key',
]

/** Puts people's search keys where they belong: at once (`placeSearchKeys`) or planned for later (`planSearchMoves`). */
export type Placing = (connection: Connection, placements: readonly Placement[]) => void

interface Person {
  readonly rootId: number
  readonly birthOn: CivilDate | null
  readonly bucket: number
  /** The root's own number first, then those of the records merged into it. */
  readonly recordIds: number[]
  readonly tally: Tally
}

/**
 * Recomputes facts, tier, findings, monthly roll-up and search bucket of everyone whose root record lies in the range,
 * and has their search keys written or moved. Runs inside the caller's transaction; some 250 people take a few
 * milliseconds.
 * @returns the number of people
 */
export function refreshFacts(
  connection: Connection,
  range: IdRange,
  basis: FactBasis,
  place: Placing = placeSearchKeys,
): number {
  const windows = windowsFor(basis.asOf)
  const tallies = new Map<number, Tally>()
  const people = peopleIn(connection, range, windows, tallies)
  readInto(connection, tallies, range, windows)
  for (const id of recordsOutside(people, range)) {
    readInto(connection, tallies, { fromId: id, toId: id }, windows)
  }
  const stored = readStoredMonths(connection, range)
  const placements = people.map((person): Placement => {
    const { tally, rootId, birthOn, recordIds } = person
    if (tally.lastActiveOn === null) readOlderActivity(connection, tally, recordIds, windows)
    const computed = computeFacts(tally, birthOn, windows, basis.settings)
    storeFacts(connection, rootId, computed, birthOn, basis.asOf)
    storeMonths(connection, stored, rootId, tally, computed.balances.monthEndFen, windows)
    const bucket = bucketOf(computed.valueRank, computed.lastSeenOn, basis.asOf)
    return { rootId, from: person.bucket, bucket }
  })
  place(connection, placements)
  return people.length
}

/** A gap of this many numbers between two people is read over rather than around. */
const BRIDGED_GAP = 8
const MOST_IN_A_RANGE = 500

const ROOT_OF = read(
  { rootId: integer },
  'SELECT coalesce(merged_into, id) AS rootId FROM customer WHERE id = ?',
)

/**
 * Recomputes the people that these records belong to, whether a record is a root or was merged into one.
 * People with neighbouring numbers are read together, so others between them may be recomputed too.
 */
export function refreshFactsOf(
  connection: Connection,
  recordIds: Iterable<number>,
  basis: FactBasis,
  place: Placing = placeSearchKeys,
): void {
  const roots = new Set<number>()
  for (const id of recordIds) {
    const root = ROOT_OF.get(connection, id)
    if (root !== undefined) roots.add(root.rootId)
  }
  for (const range of rangesOf([...roots])) refreshFacts(connection, range, basis, place)
}

/** Recomputes the people of these records for the branch's day within a command, which announces what that changes. */
export function refreshFactsIn(context: WriteContext, recordIds: Iterable<number>): void {
  const { connection, todayOn, settings } = context
  refreshFactsOf(connection, recordIds, { asOf: todayOn, settings })
  context.changed(...REFRESHED_TABLES)
}

/** The fewest ranges that hold these numbers and little else. */
export function rangesOf(ids: readonly number[]): IdRange[] {
  const ranges: { fromId: number; toId: number }[] = []
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    const near = last !== undefined && id - last.toId <= BRIDGED_GAP && id - last.fromId < MOST_IN_A_RANGE
    if (near) last.toId = id
    else ranges.push({ fromId: id, toId: id })
  }
  return ranges
}

const RECORDS_IN = read(
  {
    id: customer.id,
    birthOn: customer.birth_on,
    bucket: customer.search_bucket,
    mergedInto: customer.merged_into,
  },
  `SELECT id, birth_on AS birthOn, search_bucket AS bucket, merged_into AS mergedInto FROM customer
   WHERE id BETWEEN ? AND ?`,
)

function peopleIn(
  connection: Connection,
  range: IdRange,
  windows: FactWindows,
  tallies: Map<number, Tally>,
): Person[] {
  const members = membersOfRootsIn(connection, range)
  const rows = RECORDS_IN.all(connection, range.fromId, range.toId)
  const people: Person[] = []
  for (const { id, birthOn, bucket, mergedInto } of rows) {
    if (mergedInto !== null) dropFacts(connection, id)
    else {
      const recordIds = [id, ...(members.get(id) ?? [])]
      people.push({ rootId: id, birthOn, bucket, recordIds, tally: tallyFor(tallies, recordIds, windows) })
    }
  }
  return people
}

const MEMBERS_OF_ROOTS_IN = read(
  { id: customer.id, rootId: customer.merged_into },
  'SELECT id, merged_into AS rootId FROM customer WHERE merged_into BETWEEN ? AND ?',
)

function membersOfRootsIn(connection: ReadConnection, range: IdRange): Map<number, number[]> {
  const members = new Map<number, number[]>()
  for (const { id, rootId } of MEMBERS_OF_ROOTS_IN.all(connection, range.fromId, range.toId))
    if (rootId !== null) members.set(rootId, [...(members.get(rootId) ?? []), id])
  return members
}

function recordsOutside(people: readonly Person[], range: IdRange): number[] {
  return people.flatMap((person) => person.recordIds.filter((id) => id < range.fromId || id > range.toId))
}
