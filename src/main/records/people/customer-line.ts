import type { CustomerLine, MatchedKey } from '../../../shared/contract/customers.ts'
import { yearOf } from '../../../shared/domain/calendar/civil-date.ts'
import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import { valueOfTier } from '../../../shared/domain/customer/value.ts'
import { maskIdNumber, maskName, maskPhone } from '../../../shared/domain/text/masking.ts'
import { allOrNull, orNull, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { type HungOnRecord, personOf } from './person.ts'

/**
 * What a line needs of `customer` joined (left) to `customer_facts`. The names meet no column of another table, so that
 * a work list selects them beside its own.
 */
export const CUSTOMER_LINE = {
  personUid: TABLES.customer.uid,
  personName: TABLES.customer.name,
  personPhone: TABLES.customer.phone,
  personNo: TABLES.customer.customer_no,
  personIdNumber: TABLES.customer.id_number,
  personBirthOn: TABLES.customer.birth_on,
  personSex: TABLES.customer.sex,
  /** Null for a person whose facts were not computed yet. */
  personTier: orNull(TABLES.customer_facts.tier),
}

/** The same as the text of a SELECT. */
export const CUSTOMER_LINE_SQL = `customer.uid AS personUid, customer.name AS personName,
  customer.phone AS personPhone, customer.customer_no AS personNo, customer.id_number AS personIdNumber, customer.birth_on AS personBirthOn,
  customer.sex AS personSex, customer_facts.tier AS personTier`

/** Joins for beside a row that hangs on a record: what `CUSTOMER_LINE` needs of the person whose it is by now. */
export function customerOf(table: HungOnRecord, join: 'JOIN' | 'LEFT JOIN' = 'JOIN'): string {
  return `${personOf(table, join, 'customer')}
    LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id`
}

/** Unmasked, so it never leaves the handler that read it. */
export type CustomerLineRow = RowOf<typeof CUSTOMER_LINE>

/** The columns where a row may hang on nobody: all of them are there, or none is. */
export const CUSTOMER_LINE_OR_NONE = allOrNull(CUSTOMER_LINE)

/** The masked line, or null where the row hangs on nobody (P2). */
export function asCustomerLineOrNull(row: RowOf<typeof CUSTOMER_LINE_OR_NONE>): CustomerLine | null {
  // The uid is never null in the table, so it tells whether the joined row was there; then the others are as declared.
  return row.personUid === null ? null : asCustomerLine(row as CustomerLineRow)
}

/** A person nothing is known about yet stands in the lowest tier. */
const TIER_WITHOUT_FACTS: Tier = 'standard'

/**
 * The masked line of a person (P2): the only shape in which a row leaves the engine in a list.
 * @param matched which key of a search found the person; null outside a search
 */
export function asCustomerLine(row: CustomerLineRow, matched: MatchedKey | null = null): CustomerLine {
  const tier = row.personTier ?? TIER_WITHOUT_FACTS
  return {
    uid: row.personUid,
    maskedName: maskName(row.personName),
    maskedPhone: row.personPhone === null ? null : maskPhone(row.personPhone),
    customerNo: row.personNo,
    idTail: row.personIdNumber === null ? null : idTailOf(row.personIdNumber),
    birthYear: row.personBirthOn === null ? null : yearOf(row.personBirthOn),
    sex: row.personSex,
    tier,
    value: valueOfTier(tier),
    matched,
  }
}

/** The end that masking leaves readable; null where a short document is hidden whole. */
function idTailOf(idNumber: string): string | null {
  const tail = maskIdNumber(idNumber).replace(/^.*\*/, '')
  return tail === '' ? null : tail
}
