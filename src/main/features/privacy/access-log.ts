import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { AccessEntry } from '../../../shared/contract/privacy.ts'
import { addDays, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { accessOf } from '../../../shared/domain/consent/viewing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { orNull, type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { personByUid, uidsOfPerson } from '../../records/people/person.ts'
import { personLineOf, seesPeople } from './person-line.ts'
import { ACTION, ACTION_OF_LINK, VIEWING } from './rows-of-day.ts'

type Input = ParsedInputOf<'privacy.accessLog'>

const { audit } = TABLES

const LINK = {
  seq: audit.seq,
  at: audit.at,
  staffNo: audit.staff_no,
  staffName: text,
  action: ACTION,
  customerUid: audit.customer_uid,
  reason: orNull(text),
}

type LinkRow = RowOf<typeof LINK>

const SELECT_LINK = `SELECT audit.seq, audit.at, audit.staff_no AS staffNo, coalesce(staff.name, '') AS staffName,
    ${ACTION_OF_LINK} AS action, audit.customer_uid AS customerUid, json_extract(detail, '$.reason') AS reason
  FROM audit LEFT JOIN staff ON staff.no = audit.staff_no`

const SHOWS_SOMEBODY = `audit.action IN (${VIEWING}, 'audit.record')`

/** A range of the index over time, read backwards; `at` then `seq`, because clocks are set back now and then. */
export const ACCESSES_OF_DAY = read(
  LINK,
  `WITH asked (no) AS (VALUES (?)) ${SELECT_LINK}
  WHERE audit.at >= ? AND (audit.at, audit.seq) < (?, ?) AND ${SHOWS_SOMEBODY}
    AND ((SELECT no FROM asked) IS NULL OR audit.staff_no = (SELECT no FROM asked))
  ORDER BY audit.at DESC, audit.seq DESC LIMIT ?`,
)

export const ACCESSES_TO_CUSTOMER = read(
  LINK,
  `${SELECT_LINK}
  WHERE audit.customer_uid = ? AND audit.seq < ? AND ${SHOWS_SOMEBODY} ORDER BY audit.seq DESC LIMIT ?`,
)

/** Links that are read at once where most of them may be left out. */
const CHUNK = 400

/** Who looked at whom, the newest first (P2): of a day, of somebody on it, or at one customer under any of their records. */
export function accessLog(
  context: ReadContext,
  { about, cursor, limit }: Input,
): ResultOf<'privacy.accessLog'> {
  const page = about.kind === 'day' ? ofDay(context, about) : atCustomer(context, about.customerUid)
  const found: FoundLink[] = []
  let place = cursor
  for (;;) {
    const chunk = page(place, CHUNK)
    const last = chunk.at(-1)
    const wanted = chunk.flatMap((row) => wantedOf(row, about))
    found.push(...wanted.slice(0, limit - found.length))
    if (last === undefined || found.length === limit) break
    place = placeOf(last)
    if (chunk.length < CHUNK) break
  }
  const last = found.at(-1)
  return {
    accessLog: found.map((row) => asAccessEntry(context, row)),
    nextCursor: found.length === limit && last !== undefined ? placeOf(last) : null,
  }
}

type FoundLink = Omit<AccessEntry, 'customer'>

/** The link with the kind of look that it is; none where it is no look, or none of those asked for. */
function wantedOf({ action, ...row }: LinkRow, about: Input['about']): FoundLink[] {
  const kind = action === null ? null : accessOf(action)
  if (action === null || kind === null) return []
  const isAsked = about.kind === 'customer' || about.access === null || about.access === kind
  return isAsked ? [{ ...row, action, kind }] : []
}

type Page = (cursor: string | null, limit: number) => readonly LinkRow[]

function ofDay({ connection }: ReadContext, about: Extract<Input['about'], { kind: 'day' }>): Page {
  const endAt = startOfDayAt(addDays(about.on, 1))
  return (cursor, limit) => {
    const { at, seq } = cursor === null ? { at: endAt, seq: 0 } : readPlace(cursor)
    return ACCESSES_OF_DAY.all(connection, about.staffNo, startOfDayAt(about.on), at, seq, limit)
  }
}

function atCustomer({ connection }: ReadContext, customerUid: string): Page {
  const uids = uidsOf(connection, customerUid)
  return (cursor, limit) => {
    const below = cursor === null ? Number.MAX_SAFE_INTEGER : readPlace(cursor).seq
    return uids
      .flatMap((uid) => ACCESSES_TO_CUSTOMER.all(connection, uid, below, limit))
      .sort((a, b) => b.seq - a.seq)
      .slice(0, limit)
  }
}

function uidsOf(connection: ReadConnection, customerUid: string): string[] {
  const person = personByUid(connection, customerUid)
  return person === undefined ? [customerUid] : uidsOfPerson(connection, person.id)
}

function placeOf({ at, seq }: Pick<LinkRow, 'at' | 'seq'>): string {
  return `${at}.${seq}`
}

/** A cursor that was not given out here begins anew. */
function readPlace(cursor: string): { readonly at: number; readonly seq: number } {
  const [at = Number.NaN, seq = Number.NaN] = cursor.split('.').map(Number)
  const isPlace = Number.isSafeInteger(at) && Number.isSafeInteger(seq)
  return isPlace ? { at, seq } : { at: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER }
}

function asAccessEntry(context: ReadContext, row: FoundLink): AccessEntry {
  const { customerUid } = row
  return {
    ...row,
    customer: customerUid === null ? null : personLineOf(context, customerUid),
    reason: seesPeople(context) ? row.reason : null,
  }
}
