import type { RowProblemFound } from './load-session.ts'
import type { Owners } from './owners.ts'

/** Whose a loan or a card is, and the account behind it. */
export interface Holder {
  readonly customerId: number
  readonly accountId: number | null
}

/**
 * Finds the holder by customer number, or through the account where the extract names no customer. An account that is
 * named but not known keeps the row out: a repayment or a card on it would hang in the air.
 */
export function holderOf(
  row: { readonly customerKey: string | null; readonly accountKey: string | null },
  owners: Owners,
): Holder | RowProblemFound {
  const account = row.accountKey === null ? null : owners.account(row.accountKey)
  if (account === undefined) return { code: 'unknown-account', field: 'accountKey' }
  const customerId = row.customerKey === null ? account?.customerId : owners.customer(row.customerKey)
  if (customerId === undefined) return { code: 'unknown-customer', field: 'customerKey' }
  return { customerId, accountId: account?.accountId ?? null }
}
