import { addDays, type CivilDate, startOfDayAt } from '../../../shared/domain/civil-date.ts'
import { LOOKING_ACTIONS } from '../../../shared/domain/viewing.ts'
import type { Connection } from '../../engine/connection.ts'
import { IS_VIEW } from '../../engine/reading/opened.ts'

/** Days on the wall for the audit, and the branch's own days for visits: a demo branch keeps the two apart. */
export interface Span {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly visitsFrom: CivilDate
  readonly visitsTo: CivilDate
}

const ONLY_LOOKS = LOOKING_ACTIONS.map((action) => `'${action}'`).join(', ')

/** Something else than looking that this member of the staff did with the person. */
export const DID_SOMETHING = `SELECT 1 FROM audit
  WHERE customer_uid = ? AND staff_no = ? AND at >= ? AND at < ? AND action NOT IN (${ONLY_LOOKS}) LIMIT 1`

/** The person was here, is the member's own customer, or has an open intent in the member's hands. */
export const HAD_REASON = `SELECT 1 FROM customer AS record
  JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id)
  WHERE record.uid = ? AND (person.owner_no = ?
    OR EXISTS (SELECT 1 FROM visit WHERE customer_id = person.id AND on_date >= ? AND on_date <= ?)
    OR EXISTS (SELECT 1 FROM intent WHERE customer_id = person.id AND status = 'open' AND owner_no = ?))`

export const SEEN_AGAIN = `SELECT customer_uid AS customerUid, count(DISTINCT (at + 28800000) / 86400000) AS days
  FROM audit WHERE ${IS_VIEW} AND staff_no = ? AND at >= ? AND at < ?
  GROUP BY customer_uid HAVING days > 1`

/** What a member of the staff had to do with people: a visit, a contact, a flag, own customers, own open work. */
export class Businesses {
  readonly #connection: Connection
  readonly #staffNo: string

  constructor(connection: Connection, staffNo: string) {
    this.#connection = connection
    this.#staffNo = staffNo
  }

  with(customerUid: string, span: Span): boolean {
    const no = this.#staffNo
    const had = this.#connection.statement(HAD_REASON)
    if (had.get(customerUid, no, span.visitsFrom, span.visitsTo, no) !== undefined) return true
    const did = this.#connection.statement(DID_SOMETHING)
    return did.get(customerUid, no, ...instantsOf(span)) !== undefined
  }

  /** People seen on more than one day. */
  seenAgain(span: Span): readonly { readonly customerUid: string; readonly days: number }[] {
    return this.#connection
      .statement<{ customerUid: string; days: number }>(SEEN_AGAIN)
      .all(this.#staffNo, ...instantsOf(span))
  }
}

function instantsOf({ from, to }: Span): [number, number] {
  return [startOfDayAt(from), startOfDayAt(addDays(to, 1))]
}
