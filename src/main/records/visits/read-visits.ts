import type { Selectable } from 'kysely'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { PRODUCT_CODES, type ProductCode } from '../../../shared/domain/customer/products.ts'
import { waitedUntil } from '../../../shared/domain/lobby/visit.ts'
import type { Connection } from '../../engine/connection.ts'
import type { Schema } from '../../engine/schema.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE_COLUMNS,
  type CustomerLineRow,
  customerOf,
} from '../people/customer-line.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

const COLUMNS = `visit.id, visit.uid, visit.business, visit.arrived_at AS arrivedAt, visit.state,
  visit.state_at AS stateAt, visit.state_before AS stateBefore, visit.state_before_at AS stateBeforeAt,
  visit.served_by AS servedBy, staff.name AS servedByName, visit.source, visit.clue,
  visit.do_not_disturb AS doNotDisturb,
  (SELECT group_concat(ticket, ' ' ORDER BY at, ticket) FROM visit_ticket WHERE visit_id = visit.id) AS tickets,
  lead.uid AS leadUid, lead.surname AS leadSurname, lead.title AS leadTitle, customer.id AS personId,
  ${CUSTOMER_LINE_COLUMNS.join(', ')}`

/** A visit on a record that was merged is the person's. */
const FROM_VISIT = `FROM visit
  ${customerOf('visit', 'LEFT JOIN')}
  LEFT JOIN lead ON lead.id = visit.lead_id
  LEFT JOIN staff ON staff.no = visit.served_by`

/** Open ones first by arrival, then those who went, the latest first: one range of the index by day (L1). */
export const VISITS_OF_DAY = `SELECT ${COLUMNS} ${FROM_VISIT} WHERE visit.on_date = ?
  ORDER BY visit.state IN ('done', 'left'),
    CASE WHEN visit.state IN ('done', 'left') THEN -visit.state_at ELSE visit.arrived_at END, visit.id`

const VISIT_BY_ID = `SELECT ${COLUMNS} ${FROM_VISIT} WHERE visit.id = ?`

/** The plus keeps SQLite from walking the whole day: a person has few visits, a day has hundreds. */
export const OPEN_VISIT_OF_PERSON = `SELECT id FROM visit
  WHERE customer_id IN (${RECORDS_OF_PERSON}) AND on_date = ? AND +state IN ('waiting', 'serving')
  ORDER BY arrived_at, id LIMIT 1`

type Stored<Column extends keyof Schema['visit']> = Selectable<Schema['visit']>[Column]

/** Unmasked, so it never leaves this file. */
interface VisitRow {
  readonly id: number
  readonly uid: string
  readonly business: Stored<'business'>
  readonly arrivedAt: number
  readonly state: Stored<'state'>
  readonly stateAt: number
  readonly stateBefore: Stored<'state_before'>
  readonly stateBeforeAt: number | null
  readonly servedBy: string | null
  readonly servedByName: string | null
  readonly source: Stored<'source'>
  readonly clue: string
  readonly doNotDisturb: 0 | 1
  readonly tickets: string | null
  readonly leadUid: string | null
  readonly leadSurname: string
  readonly leadTitle: 'mr' | 'ms' | 'other'
  readonly personId: number | null
}

/** A visit with what is needed to ask for more about it; the numbers stay in the engine. */
export interface FoundVisit {
  readonly id: number
  readonly personId: number | null
  readonly visit: Visit
}

export function visitsOfDay(connection: Connection, onDate: string): FoundVisit[] {
  return connection.statement<VisitRow & CustomerLineRow>(VISITS_OF_DAY).all(onDate).map(found)
}

export function visitById(connection: Connection, id: number): FoundVisit | undefined {
  const row = connection.statement<VisitRow & CustomerLineRow>(VISIT_BY_ID).get(id)
  return row === undefined ? undefined : found(row)
}

/** The number of the person's open visit of a day: a visit ends with its day, whatever its row says. */
export function openVisitOf(connection: Connection, personId: number, onDate: string): number | undefined {
  return connection.statement<{ id: number }>(OPEN_VISIT_OF_PERSON).get(personId, personId, onDate)?.id
}

/** The number of the visit that a ticket was drawn for on a day. */
export function visitOfTicket(connection: Connection, ticket: string, onDate: string): number | undefined {
  return connection
    .statement<{ id: number }>('SELECT visit_id AS id FROM visit_ticket WHERE on_date = ? AND ticket = ?')
    .get(onDate, ticket)?.id
}

function found(row: VisitRow & CustomerLineRow): FoundVisit {
  const { state, stateAt, stateBefore, stateBeforeAt, servedBy } = row
  const before = stateBefore === null ? null : { state: stateBefore, stateAt: stateBeforeAt ?? stateAt }
  const standing = { state, stateAt, before, servedBy }
  const { leadUid, leadSurname, leadTitle } = row
  return {
    id: row.id,
    personId: row.personId,
    visit: {
      ...standing,
      uid: row.uid,
      tickets: row.tickets === null ? [] : row.tickets.split(' '),
      business: row.business,
      arrivedAt: row.arrivedAt,
      waitedUntilAt: waitedUntil(standing),
      customer: row.personId === null ? null : asCustomerLine(row),
      lead: leadUid === null ? null : { uid: leadUid, surname: leadSurname, title: leadTitle },
      servedByName: row.servedByName,
      source: row.source,
      clue: productOf(row.clue),
      doNotDisturb: row.doNotDisturb === 1,
    },
  }
}

function productOf(clue: string): ProductCode | null {
  return PRODUCT_CODES.find((code) => code === clue) ?? null
}
