import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Look } from '../../../shared/contract/trust.ts'
import { addDays, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { lookOf } from '../../../shared/domain/consent/viewing.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { personByUid, uidsOfPerson } from '../../records/people/person.ts'
import { personLineOf, seesPeople } from './person-line.ts'
import { ACTION_OF_LINK, LOOKING } from './rows-of-day.ts'

type Input = ParsedInputOf<'trust.looks'>

type LinkRow = Omit<Look, 'kind' | 'customer'>

const LINK = `SELECT audit.seq, audit.at, audit.staff_no AS staffNo, coalesce(staff.name, '') AS staffName,
    ${ACTION_OF_LINK} AS action, audit.customer_uid AS customerUid, json_extract(detail, '$.reason') AS reason
  FROM audit LEFT JOIN staff ON staff.no = audit.staff_no`

const SHOWS_SOMEBODY = `audit.action IN (${LOOKING}, 'audit.record')`

/** A range of the index over time, read backwards; `at` then `seq`, because clocks are set back now and then. */
export const LOOKS_OF_DAY = `WITH asked (no) AS (VALUES (?)) ${LINK}
  WHERE audit.at >= ? AND (audit.at, audit.seq) < (?, ?) AND ${SHOWS_SOMEBODY}
    AND ((SELECT no FROM asked) IS NULL OR audit.staff_no = (SELECT no FROM asked))
  ORDER BY audit.at DESC, audit.seq DESC LIMIT ?`

export const LOOKS_AT_CUSTOMER = `${LINK}
  WHERE audit.customer_uid = ? AND audit.seq < ? AND ${SHOWS_SOMEBODY} ORDER BY audit.seq DESC LIMIT ?`

/** Links that are read at once where most of them may be left out. */
const CHUNK = 400

/** Who looked at whom, the newest first (P2): of a day, of somebody on it, or at one customer under any of their records. */
export function looks(context: ReadContext, { about, cursor, limit }: Input): ResultOf<'trust.looks'> {
  const read = about.kind === 'day' ? ofDay(context, about) : atCustomer(context, about.customerUid)
  const found: LinkRow[] = []
  let place = cursor
  for (;;) {
    const chunk = read(place, CHUNK)
    const last = chunk.at(-1)
    const wanted = chunk.filter(({ action }) => isWanted(action, about))
    found.push(...wanted.slice(0, limit - found.length))
    if (last === undefined || found.length === limit) break
    place = placeOf(last)
    if (chunk.length < CHUNK) break
  }
  const last = found.at(-1)
  return {
    looks: found.map((row) => asLook(context, row)),
    nextCursor: found.length === limit && last !== undefined ? placeOf(last) : null,
  }
}

function isWanted(action: string, about: Input['about']): boolean {
  const kind = lookOf(action)
  return kind !== null && (about.kind === 'customer' || about.look === null || about.look === kind)
}

type Page = (cursor: string | null, limit: number) => readonly LinkRow[]

function ofDay({ connection }: ReadContext, about: Extract<Input['about'], { kind: 'day' }>): Page {
  const statement = connection.statement<LinkRow>(LOOKS_OF_DAY)
  const endAt = startOfDayAt(addDays(about.on, 1))
  return (cursor, limit) => {
    const { at, seq } = cursor === null ? { at: endAt, seq: 0 } : readPlace(cursor)
    return statement.all(about.staffNo, startOfDayAt(about.on), at, seq, limit)
  }
}

function atCustomer({ connection }: ReadContext, customerUid: string): Page {
  const statement = connection.statement<LinkRow>(LOOKS_AT_CUSTOMER)
  const uids = uidsOf(connection, customerUid)
  return (cursor, limit) => {
    const below = cursor === null ? Number.MAX_SAFE_INTEGER : readPlace(cursor).seq
    return uids
      .flatMap((uid) => statement.all(uid, below, limit))
      .sort((a, b) => b.seq - a.seq)
      .slice(0, limit)
  }
}

function uidsOf(connection: Connection, customerUid: string): string[] {
  const person = personByUid(connection, customerUid)
  return person === undefined ? [customerUid] : uidsOfPerson(connection, person.id)
}

function placeOf({ at, seq }: LinkRow): string {
  return `${at}.${seq}`
}

/** A cursor that was not given out here begins anew. */
function readPlace(cursor: string): { readonly at: number; readonly seq: number } {
  const [at = Number.NaN, seq = Number.NaN] = cursor.split('.').map(Number)
  const isPlace = Number.isSafeInteger(at) && Number.isSafeInteger(seq)
  return isPlace ? { at, seq } : { at: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER }
}

function asLook(context: ReadContext, row: LinkRow): Look {
  const { customerUid, action } = row
  return {
    ...row,
    kind: lookOf(action) ?? 'view',
    customer: customerUid === null ? null : personLineOf(context, customerUid),
    reason: seesPeople(context) ? row.reason : null,
  }
}
