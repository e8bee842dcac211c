import { addDays, type CivilDate, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { VIEW_ACTIONS } from '../../../shared/domain/consent/viewing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { flag, integer, orNull, type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { IS_VIEW } from '../../records/people/opened.ts'
import { personUidsOf, recordsOfPerson, recordUidsOf } from '../../records/people/person.ts'
import { IS_LOOK } from './rows-of-day.ts'

/** Days on the wall for the audit, and the branch's own days for visits: a demo branch keeps the two apart. */
export interface Span {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly visitsFrom: CivilDate
  readonly visitsTo: CivilDate
}

const { audit, customer } = TABLES

const ONLY_LOOKS = VIEW_ACTIONS.map((action) => `'${action}'`).join(', ')

/** Where the looks around some days lie in the chain: the last before, the first and last of them, the first after. */
export const ACCESSES_AROUND = read(
  { before: orNull(audit.seq), first: orNull(integer), last: orNull(integer), after: orNull(audit.seq) },
  `WITH asked (from_at, to_at) AS (VALUES (?, ?)) SELECT
  (SELECT seq FROM audit WHERE at < (SELECT from_at FROM asked) AND ${IS_LOOK} ORDER BY at DESC LIMIT 1) AS before,
  (SELECT min(seq) FROM audit WHERE at >= (SELECT from_at FROM asked) AND at < (SELECT to_at FROM asked) AND ${IS_LOOK}) AS first,
  (SELECT max(seq) FROM audit WHERE at >= (SELECT from_at FROM asked) AND at < (SELECT to_at FROM asked) AND ${IS_LOOK}) AS last,
  (SELECT seq FROM audit WHERE at >= (SELECT to_at FROM asked) AND ${IS_LOOK} ORDER BY at LIMIT 1) AS after`,
)

const DID = `at >= ? AND at < ? AND action NOT IN (${ONLY_LOOKS})`

/** Whoever did something else with some record than looking, in one stretch of the chain. */
export const DID_SOMETHING = read(
  { staffNo: audit.staff_no, recordUid: audit.customer_uid },
  `SELECT DISTINCT staff_no AS staffNo, customer_uid AS recordUid FROM audit
  WHERE seq > ? AND seq < ? AND customer_uid IS NOT NULL AND ${DID}`,
)

/** The same of one member of the staff and the records of one person. */
export const DID_SOMETHING_WITH = read(
  { found: integer },
  `SELECT 1 AS found FROM audit
  WHERE customer_uid IN (SELECT value FROM json_each(?)) AND seq > ? AND seq < ? AND ${DID} AND staff_no = ? LIMIT 1`,
)

const REASON = { personUid: customer.uid, ownerNo: customer.owner_no, wasHere: flag, workers: orNull(text) }

/**
 * Of each of some people: whether they were here, whose customer they are, and who has an open intent of theirs, on
 * whichever of their records.
 */
export const REASONS = read(
  REASON,
  `SELECT person.uid AS personUid, person.owner_no AS ownerNo,
    EXISTS (SELECT 1 FROM visit
      WHERE customer_id IN (${recordsOfPerson('person.id')}) AND on_date >= ? AND on_date <= ?) AS wasHere,
    (SELECT group_concat(owner_no, ' ') FROM intent
      WHERE customer_id IN (${recordsOfPerson('person.id')}) AND status = 'open') AS workers
  FROM json_each(?) AS asked JOIN customer AS person ON person.uid = asked.value`,
)

/** Each record that somebody saw in some days, once for each day. */
export const SEEN_ON_DAYS = read(
  { recordUid: audit.customer_uid, day: integer },
  `SELECT DISTINCT customer_uid AS recordUid, (at + 28800000) / 86400000 AS day
  FROM audit WHERE ${IS_VIEW} AND staff_no = ? AND at >= ? AND at < ?`,
)

/** A part of the chain, its ends not among it. */
interface Stretch {
  readonly after: number
  readonly before: number
}

/** Somebody's look at a person, whichever of their records it was. */
export interface StaffAndPerson {
  readonly staffNo: string
  readonly personUid: string
}

/** What members of the staff had to do with people: a visit, a contact, a flag, own customers, own open work. */
export class Businesses {
  readonly #connection: ReadConnection
  readonly #span: Span
  readonly #stretch: Stretch

  constructor(connection: ReadConnection, span: Span) {
    this.#connection = connection
    this.#span = span
    this.#stretch = stretchOf(connection, span)
  }

  /** Which of many looks, those of whole days, had no business behind them: these days are read from end to end. */
  without(accessLog: readonly StaffAndPerson[]): ReadonlySet<string> {
    const { after, before } = this.#stretch
    const did = DID_SOMETHING.all(this.#connection, after, before, ...instantsOf(this.#span))
    const personUids = personUidsOf(this.#connection, unique(did.flatMap(({ recordUid }) => recordUid ?? [])))
    const known = new Set(
      did.flatMap(({ staffNo, recordUid }) =>
        recordUid === null ? [] : keyOf({ staffNo, personUid: personUids.get(recordUid) ?? recordUid }),
      ),
    )
    return this.#withoutReason(accessLog.filter((access) => !known.has(keyOf(access))))
  }

  /** The same of a few looks: each person's own links are read. */
  withoutAmong(accessLog: readonly StaffAndPerson[]): ReadonlySet<string> {
    const { after, before } = this.#stretch
    const records = recordUidsOf(this.#connection, unique(accessLog.map(({ personUid }) => personUid)))
    const idle = accessLog.filter(({ staffNo, personUid }) => {
      const uids = JSON.stringify(records.get(personUid) ?? [personUid])
      const instants = instantsOf(this.#span)
      return DID_SOMETHING_WITH.get(this.#connection, uids, after, before, ...instants, staffNo) === undefined
    })
    return this.#withoutReason(idle)
  }

  /** On how many days somebody saw each of some people; only those who were seen on more than one. */
  seenAgain(
    staffNo: string,
    people: readonly string[],
  ): readonly { readonly personUid: string; readonly days: number }[] {
    const rows = SEEN_ON_DAYS.all(this.#connection, staffNo, ...instantsOf(this.#span))
    const byRecord = Map.groupBy(rows, ({ recordUid }) => recordUid)
    const records = recordUidsOf(this.#connection, people)
    return people.flatMap((personUid) => {
      const seen = (records.get(personUid) ?? []).flatMap((uid) => byRecord.get(uid) ?? [])
      const days = new Set(seen.map(({ day }) => day)).size
      return days > 1 ? [{ personUid, days }] : []
    })
  }

  #withoutReason(accessLog: readonly StaffAndPerson[]): ReadonlySet<string> {
    const { visitsFrom, visitsTo } = this.#span
    const people = JSON.stringify(unique(accessLog.map(({ personUid }) => personUid)))
    const rows = REASONS.all(this.#connection, visitsFrom, visitsTo, people)
    const reasons = new Map(rows.map((row) => [row.personUid, row]))
    const idle = accessLog.filter(({ staffNo, personUid }) => !isReason(reasons.get(personUid), staffNo))
    return new Set(idle.map(keyOf))
  }
}

function isReason(row: RowOf<typeof REASON> | undefined, staffNo: string): boolean {
  if (row === undefined) return false
  return row.wasHere === 1 || row.ownerNo === staffNo || (row.workers ?? '').split(' ').includes(staffNo)
}

export function keyOf({ staffNo, personUid }: StaffAndPerson): string {
  return `${staffNo} ${personUid}`
}

function unique(uids: readonly string[]): string[] {
  return [...new Set(uids)]
}

/**
 * The part of the chain in which everything of these days lies, so that a chain of many years is not read from its start.
 * Numbers and instants grow together unless a clock was wrong; then the looks around these days are out of order, and
 * nothing is left out.
 */
function stretchOf(connection: ReadConnection, span: Span): Stretch {
  const found = ACCESSES_AROUND.get(connection, ...instantsOf(span))
  const { before = null, first = null, last = null, after = null } = found ?? {}
  const begins = before ?? 0
  const ends = after ?? Number.MAX_SAFE_INTEGER
  return {
    after: first === null || begins < first ? begins : 0,
    before: last === null || ends > last ? ends : Number.MAX_SAFE_INTEGER,
  }
}

function instantsOf({ from, to }: Span): [number, number] {
  return [startOfDayAt(from), startOfDayAt(addDays(to, 1))]
}
