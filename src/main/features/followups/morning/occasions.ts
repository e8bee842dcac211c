import type { Occasion } from '../../../../shared/contract/followups.ts'
import {
  addDays,
  type CivilDate,
  daysBetween,
  daysToBirthday,
} from '../../../../shared/domain/calendar/civil-date.ts'
import { dayBounds } from '../../../../shared/domain/work/followup-order.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../../records/people/customer-line.ts'

/** A person's part of the sheet names no more (our own default): paper is for what is done today. */
const MOST_A_PERSON = 6

const { customer, customer_facts: facts } = TABLES

const OCCASION = {
  ...CUSTOMER_LINE,
  personTier: facts.tier,
  ownerNo: customer.owner_no,
  maturesOn: facts.next_maturity_on,
}

/** People of a finding who have an owner among the staff; the finding's own index, the most valuable first. */
function peopleWith(finding: 'birthday' | 'maturity-near') {
  return read(
    OCCASION,
    `
    SELECT ${CUSTOMER_LINE_SQL}, customer.owner_no AS ownerNo,
      customer_facts.next_maturity_on AS maturesOn
    FROM customer_facts
    JOIN customer ON customer.id = customer_facts.customer_id
    WHERE customer_facts.findings & ${findingBit(finding)} <> 0
      AND customer.owner_no IN (SELECT no FROM staff WHERE active = 1)
    ORDER BY customer_facts.value_rank, customer_facts.aum_fen DESC, customer_facts.customer_id`,
  )
}

const BEFORE_MATURITY = peopleWith('maturity-near')
const BEFORE_BIRTHDAY = peopleWith('birthday')

/**
 * Birthdays and maturities of the staff's customers from the day up to the next worked one, so that those of a weekend
 * are thought of on the Friday (T6).
 */
export function occasionsOf(context: ReadContext, asOf: CivilDate): ReadonlyMap<string, readonly Occasion[]> {
  const { connection, calendar } = context
  const last = addDays(dayBounds(asOf, calendar).nextWorkedOn, -1)
  const found = new Map<string, Occasion[]>()
  const add = (ownerNo: string | null, occasion: Occasion) => {
    // The statements ask for people who have an owner.
    if (ownerNo === null) return
    const known = found.get(ownerNo) ?? []
    if (known.length < MOST_A_PERSON) found.set(ownerNo, [...known, occasion])
  }
  for (const row of BEFORE_MATURITY.all(connection)) {
    if (row.maturesOn === null || row.maturesOn < asOf || row.maturesOn > last) continue
    add(row.ownerNo, { kind: 'maturity', on: row.maturesOn, customer: asCustomerLine(row) })
  }
  for (const row of BEFORE_BIRTHDAY.all(connection)) {
    if (row.personBirthOn === null) continue
    const days = daysToBirthday(row.personBirthOn, asOf)
    if (days > daysBetween(asOf, last)) continue
    add(row.ownerNo, { kind: 'birthday', on: addDays(asOf, days), customer: asCustomerLine(row) })
  }
  return found
}
