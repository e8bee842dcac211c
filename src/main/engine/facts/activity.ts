import { PASSIVE_TRANSACTION_CODES } from '../../../shared/domain/timeline.ts'

/** What an extract calls payroll. */
const SALARY = 'salary'

const PASSIVE: ReadonlySet<string> = new Set([...PASSIVE_TRANSACTION_CODES, SALARY])
const SALARIES: ReadonlySet<string> = new Set([SALARY, 'payroll'])

/**
 * Whether a transaction shows that the customer uses the account (S3): everything but interest, fees, automatic debits,
 * payroll and pension.
 * @param kind as stored in `txn.kind`
 */
export function showsActivity(kind: string): boolean {
  return !PASSIVE.has(kind)
}

export function isSalary(kind: string): boolean {
  return SALARIES.has(kind)
}

/** The kinds that are no activity, for a query. */
export const PASSIVE_KINDS: readonly string[] = [...PASSIVE]
