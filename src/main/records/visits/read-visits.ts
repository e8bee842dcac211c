import type { Visit } from '../../../shared/contract/lobby.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { PRODUCT_CODES, type ProductCode } from '../../../shared/domain/customer/products.ts'
import { sameTickets } from '../../../shared/domain/lobby/ticket.ts'
import { type StateBefore, type VisitState, waitedUntil } from '../../../shared/domain/lobby/visit.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull, type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import {
  asCustomerLineOrNull,
  CUSTOMER_LINE_OR_NONE,
  CUSTOMER_LINE_SQL,
  customerOf,
} from '../people/customer-line.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

const { visit, lead } = TABLES

const VISIT = {
  id: visit.id,
  uid: visit.uid,
  business: visit.business,
  arrivedAt: visit.arrived_at,
  state: visit.state,
  stateAt: visit.state_at,
  stateBefore: visit.state_before,
  stateBeforeAt: visit.state_before_at,
  servedBefore: visit.served_before,
  servedBy: visit.served_by,
  servedByName: orNull(TABLES.staff.name),
  source: visit.source,
  clue: visit.clue,
  doNotDisturb: visit.do_not_disturb,
  tickets: orNull(text),
  leadUid: orNull(lead.uid),
  leadSurname: orNull(lead.surname),
  leadTitle: orNull(lead.title),
  personId: orNull(TABLES.customer.id),
  ...CUSTOMER_LINE_OR_NONE,
}

/** Unmasked, so it never leaves this file. */
type VisitRow = RowOf<typeof VISIT>

const COLUMNS = `visit.id, visit.uid, visit.business, visit.arrived_at AS arrivedAt, visit.state,
  visit.state_at AS stateAt, visit.state_before AS stateBefore, visit.state_before_at AS stateBeforeAt,
  visit.served_before AS servedBefore, visit.served_by AS servedBy, staff.name AS servedByName, visit.source, visit.clue,
  visit.do_not_disturb AS doNotDisturb,
  (SELECT group_concat(ticket, ' ' ORDER BY at, length(ticket), ticket) FROM visit_ticket WHERE visit_id = visit.id) AS tickets,
  lead.uid AS leadUid, lead.surname AS leadSurname, lead.title AS leadTitle, customer.id AS personId,
  ${CUSTOMER_LINE_SQL}`

/** A visit on a record that was merged is the person's. */
const FROM_VISIT = `FROM visit
  ${customerOf('visit', 'LEFT JOIN')}
  LEFT JOIN lead ON lead.id = visit.lead_id
  LEFT JOIN staff ON staff.no = visit.served_by`

/** Open ones first by arrival, then those who went, the latest first: one range of the index by day (L1). */
export const VISITS_OF_DAY = read(
  VISIT,
  `SELECT ${COLUMNS} ${FROM_VISIT} WHERE visit.on_date = ?
  ORDER BY visit.state IN ('done', 'left'),
    CASE WHEN visit.state IN ('done', 'left') THEN -visit.state_at ELSE visit.arrived_at END, visit.id`,
)

const VISIT_BY_ID = read(VISIT, `SELECT ${COLUMNS} ${FROM_VISIT} WHERE visit.id = ?`)

/** The plus keeps SQLite from walking the whole day: a person has few visits, a day has hundreds. */
export const OPEN_VISIT_OF_PERSON = read(
  { id: TABLES.visit.id },
  `SELECT id FROM visit
  WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date = ? AND +state IN ('waiting', 'serving')
  ORDER BY arrived_at, id LIMIT 1`,
)

/** A visit with what is needed to ask for more about it; the numbers stay in the engine. */
export interface FoundVisit {
  readonly id: number
  readonly personId: number | null
  readonly visit: Visit
}

export function visitsOfDay(connection: ReadConnection, onDate: string): FoundVisit[] {
  return VISITS_OF_DAY.all(connection, onDate).map(found)
}

export function visitById(connection: ReadConnection, id: number): FoundVisit | undefined {
  const row = VISIT_BY_ID.get(connection, id)
  return row === undefined ? undefined : found(row)
}

/** The number of the person's open visit of a day: a visit ends with its day, whatever its row says. */
export function openVisitOf(
  connection: ReadConnection,
  personId: number,
  onDate: string,
): number | undefined {
  return OPEN_VISIT_OF_PERSON.get(connection, personId, personId, onDate)?.id
}

const VISIT_OF_TICKET = read(
  { id: TABLES.visit_ticket.visit_id },
  'SELECT visit_id AS id FROM visit_ticket WHERE on_date = ? AND ticket = ?',
)

/** The number of the visit that a ticket was drawn for on a day. */
export function visitOfTicket(
  connection: ReadConnection,
  ticket: string,
  onDate: string,
): number | undefined {
  return VISIT_OF_TICKET.get(connection, onDate, ticket)?.id
}

/** The same with more or fewer zeros in front of the ticket's number, as a person or another machine writes it. */
export function visitOfSameTicket(
  connection: ReadConnection,
  ticket: string,
  onDate: string,
): number | undefined {
  for (const form of sameTickets(ticket)) {
    const id = visitOfTicket(connection, form, onDate)
    if (id !== undefined) return id
  }
  return undefined
}

const VISIT_OF_DAY_BY_UID = read(
  { id: TABLES.visit.id },
  'SELECT id FROM visit WHERE uid = ? AND on_date = ?',
)

/**
 * The number of the visit of somebody who is entered as a stranger: that of the ticket they hold, else the one they
 * were entered from. Undefined where neither is known.
 * @param onDate the branch's day
 * @throws AppError `lobby.notFound` where the visit they were entered from is not one of that day
 */
export function strangersVisit(
  connection: ReadConnection,
  { ticket, visitUid }: { readonly ticket: string | null; readonly visitUid: string | null },
  onDate: string,
): number | undefined {
  const id = ticket === null ? undefined : visitOfSameTicket(connection, ticket, onDate)
  if (id !== undefined || visitUid === null) return id
  const from = VISIT_OF_DAY_BY_UID.get(connection, visitUid, onDate)
  if (from === undefined) throw new AppError('lobby.notFound')
  return from.id
}

function found(row: VisitRow): FoundVisit {
  const { state, stateAt, stateBefore, servedBy } = row
  const before = stateBefore === null ? null : beforeOf(row, stateBefore)
  const status = { state, stateAt, before, servedBy }
  const { leadUid, leadSurname, leadTitle } = row
  return {
    id: row.id,
    personId: row.personId,
    visit: {
      ...status,
      uid: row.uid,
      tickets: row.tickets === null ? [] : row.tickets.split(' '),
      business: row.business,
      arrivedAt: row.arrivedAt,
      waitedUntilAt: waitedUntil(status),
      customer: asCustomerLineOrNull(row),
      lead:
        leadUid === null || leadSurname === null || leadTitle === null
          ? null
          : { uid: leadUid, surname: leadSurname, title: leadTitle },
      servedByName: row.servedByName,
      source: row.source,
      clue: productOf(row.clue),
      doNotDisturb: row.doNotDisturb === 1,
    },
  }
}

/** A row that is older than the column says only now who served: whoever served then, unless nobody did. */
function beforeOf(
  { stateAt, stateBeforeAt, servedBefore, servedBy }: VisitRow,
  state: VisitState,
): StateBefore {
  const servedThen = servedBefore ?? (state === 'waiting' ? null : servedBy)
  return { state, stateAt: stateBeforeAt ?? stateAt, servedBy: servedThen }
}

function productOf(clue: string): ProductCode | null {
  return PRODUCT_CODES.find((code) => code === clue) ?? null
}
