import { PASSIVE_TRANSACTION_CODES, type TransactionCode } from '../../../shared/domain/customer/timeline.ts'

const PASSIVE: ReadonlySet<string> = new Set(PASSIVE_TRANSACTION_CODES)
const SALARY: TransactionCode = 'salary'

/**
 * Whether a transaction shows that the customer uses the account (S3): everything but interest, fees, automatic debits,
 * payroll and pension.
 * @param kind as stored in `txn.kind`
 */
export function showsActivity(kind: string): boolean {
  return !PASSIVE.has(kind)
}

export function isSalary(kind: string): boolean {
  return kind === SALARY
}

/** The kinds that are no activity, for a query. */
export const PASSIVE_KINDS: readonly string[] = PASSIVE_TRANSACTION_CODES
