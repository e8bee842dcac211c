import { type CivilDate, isCivilDate } from '../domain/calendar/civil-date.ts'
import { MAX_CUSTOMERS } from './allocation.ts'
import { type BranchFrame, createBranchYear } from './branch-year.ts'
import { dayNumberOf } from './day-number.ts'
import { createDossierWriter } from './dossier.ts'
import type { DemoDossier, DemoStaff } from './rows.ts'
import { STAFF } from './staff.ts'
import { SEEDED, SEEDED_COUNT, type SeededStory } from './stories.ts'

export interface BranchOptions {
  /** Any whole number; its lowest 32 bits count. */
  readonly seed: number
  /** The as-of day: the branch's last day. */
  readonly asOf: CivilDate
  /** From the planted customers up to MAX_CUSTOMERS. */
  readonly customers: number
  /** Average a year; 40 unless given. */
  readonly transactionsPerCustomer?: number
}

export interface DemoBranch {
  readonly asOf: CivilDate
  readonly size: number
  readonly staff: readonly DemoStaff[]
  readonly seeded: readonly SeededStory[]
  /** Everything about the customer at a position, from 0; the same however the branch is walked. */
  customerRecord(index: number): DemoDossier
  /** Customers `from` up to, not including, `to`; all of them by default. One at a time is in memory. */
  customerRecords(from?: number, to?: number): Iterable<DemoDossier>
}

const USUAL_TRANSACTIONS_PER_CUSTOMER = 40

/**
 * A bank branch made up from a seed: the same options give the same rows on any machine, and a larger branch starts
 * with the customers of a smaller one.
 * @throws RangeError for a day that does not exist or a size out of range
 */
export function generateBranch(options: BranchOptions): DemoBranch {
  const { seed, asOf, customers } = options
  if (!isCivilDate(asOf)) throw new RangeError('asOf is no civil date')
  if (!Number.isInteger(customers) || customers < SEEDED_COUNT || customers > MAX_CUSTOMERS) {
    throw new RangeError(`a demo branch has ${SEEDED_COUNT} to ${MAX_CUSTOMERS} customers`)
  }
  const frame: BranchFrame = {
    seed,
    today: dayNumberOf(asOf),
    year: createBranchYear(asOf),
    transactionsPerCustomer: options.transactionsPerCustomer ?? USUAL_TRANSACTIONS_PER_CUSTOMER,
  }
  const customerRecordAt = createDossierWriter(frame)
  const customerRecord = (index: number) => {
    if (!Number.isInteger(index) || index < 0 || index >= customers)
      throw new RangeError(`no customer ${index}`)
    return customerRecordAt(index)
  }
  function* customerRecords(from = 0, to = customers): Iterable<DemoDossier> {
    for (let index = from; index < to; index++) yield customerRecord(index)
  }
  return { asOf, size: customers, staff: STAFF, seeded: SEEDED, customerRecord, customerRecords }
}
