import type { Connection } from '../../../engine/connection.ts'
import type { RowProblemFound } from './session.ts'

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
  holders: Holders,
): Holder | RowProblemFound {
  const account = row.accountKey === null ? null : holders.account(row.accountKey)
  if (account === undefined) return { code: 'unknown-account', field: 'accountKey' }
  const customerId = row.customerKey === null ? account?.customerId : holders.customer(row.customerKey)
  if (customerId === undefined) return { code: 'unknown-customer', field: 'customerKey' }
  return { customerId, accountId: account?.accountId ?? null }
}

/** An account and the customer record that holds it. */
export interface AccountHolder {
  readonly accountId: number
  readonly customerId: number
}

/**
 * Finds rows by the bank's own keys. A key that is not there is asked for again each time: the row that brings it may
 * come in the next batch. Customers are read before accounts and accounts before what hangs on them, so what was found
 * once stays true while the next kind of row is loaded; start a new one for each file.
 */
export class Holders {
  readonly #connection: Connection
  readonly #customers = new KeyCache<number>()
  readonly #accounts = new KeyCache<AccountHolder>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The row number of a customer, by customer number. */
  customer(customerNo: string): number | undefined {
    const known = this.#customers.get(customerNo)
    if (known !== undefined) return known
    const found = this.#connection
      .statement<{ id: number }>('SELECT id FROM customer WHERE customer_no = ?')
      .get(customerNo)
    if (found !== undefined) this.#customers.set(customerNo, found.id)
    return found?.id
  }

  account(accountNo: string): AccountHolder | undefined {
    const known = this.#accounts.get(accountNo)
    if (known !== undefined) return known
    const found = this.#connection
      .statement<AccountHolder>(
        'SELECT id AS accountId, customer_id AS customerId FROM account WHERE account_no = ?',
      )
      .get(accountNo)
    if (found !== undefined) this.#accounts.set(accountNo, found)
    return found
  }
}

/** The people that customer records belong to: the record itself, or the one it was merged into. Gone ones are left out. */
export function rootsOf(connection: Connection, customerIds: Iterable<number>): number[] {
  const find = connection.statement<{ rootId: number }>(
    'SELECT coalesce(merged_into, id) AS rootId FROM customer WHERE id = ?',
  )
  const roots = new Set<number>()
  for (const id of customerIds) {
    const found = find.get(id)
    if (found !== undefined) roots.add(found.rootId)
  }
  return [...roots]
}

/** Two generations of this many keys are kept: about 20 MB. Ours. */
const GENERATION = 65_536

/**
 * Remembers recently used keys in bounded memory. When the young generation is full it becomes the old one and the old
 * one is dropped: close to least-recently-used, at the price of a plain map.
 */
export class KeyCache<Value> {
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  get(key: string): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }
}
