import type { CustomerLine, MatchedKey, Sex } from '../../../shared/contract/customers.ts'
import { yearOf } from '../../../shared/domain/calendar/civil-date.ts'
import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import { valueOfTier } from '../../../shared/domain/customer/value.ts'
import { maskIdNumber, maskName, maskPhone } from '../../../shared/domain/text/masking.ts'
import { type HungOnRecord, personOf } from './person.ts'

/**
 * What a line needs of `customer` joined (left) to `customer_facts`. The aliases meet no column of another table, so
 * that a work list selects them beside its own. Joined by commas it is also the text of a hand-written SELECT.
 */
export const CUSTOMER_LINE_COLUMNS = [
  'customer.uid as personUid',
  'customer.name as personName',
  'customer.phone as personPhone',
  'customer.id_number as personIdNumber',
  'customer.birth_on as personBirthOn',
  'customer.sex as personSex',
  'customer_facts.tier as personTier',
] as const

/** Joins for beside a row that hangs on a record: what `CUSTOMER_LINE_COLUMNS` need of the person whose it is by now. */
export function customerOf(table: HungOnRecord, join: 'JOIN' | 'LEFT JOIN' = 'JOIN'): string {
  return `${personOf(table, join, 'customer')}
    LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id`
}

/** One row of `CUSTOMER_LINE_COLUMNS`: unmasked, so it never leaves the handler that read it. */
export interface CustomerLineRow {
  readonly personUid: string
  readonly personName: string
  readonly personPhone: string | null
  readonly personIdNumber: string | null
  readonly personBirthOn: string | null
  readonly personSex: Sex
  /** Null for a person whose facts were not computed yet. */
  readonly personTier: Tier | null
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
