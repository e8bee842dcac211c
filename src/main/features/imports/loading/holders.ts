import type { ReadConnection, RowStatement } from '../../../engine/connection.ts'
import { integer, type RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import type { RowProblemFound } from './load-problem.ts'

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

const { customer, account } = TABLES

const NUMBER_OF_CUSTOMER = { id: customer.id }

const CUSTOMER_BY_NO = read(NUMBER_OF_CUSTOMER, 'SELECT id FROM customer WHERE customer_no = ?')

const ACCOUNT_HOLDER = { accountId: account.id, customerId: account.customer_id }

/** An account and the customer record that holds it. */
export type AccountHolder = RowOf<typeof ACCOUNT_HOLDER>

const ACCOUNT_BY_NO = read(
  ACCOUNT_HOLDER,
  'SELECT id AS accountId, customer_id AS customerId FROM account WHERE account_no = ?',
)

/**
 * Finds rows by the bank's own keys. A key that is not there is asked for again each time: the row that brings it may
 * come in the next batch. Customers are read before accounts and accounts before what hangs on them, so what was found
 * once stays true while the next kind of row is loaded; start a new one for each file.
 */
export class Holders {
  readonly #findCustomer: RowStatement<RowOf<typeof NUMBER_OF_CUSTOMER>>
  readonly #findAccount: RowStatement<AccountHolder>
  readonly #customers = new KeyCache<number>()
  readonly #accounts = new KeyCache<AccountHolder>()

  constructor(connection: ReadConnection) {
    this.#findCustomer = connection.prepared(CUSTOMER_BY_NO)
    this.#findAccount = connection.prepared(ACCOUNT_BY_NO)
  }

  /** The row number of a customer, by customer number. */
  customer(customerNo: string): number | undefined {
    const known = this.#customers.get(customerNo)
    if (known !== undefined) return known
    const found = this.#findCustomer.get(customerNo)
    if (found !== undefined) this.#customers.set(customerNo, found.id)
    return found?.id
  }

  account(accountNo: string): AccountHolder | undefined {
    const known = this.#accounts.get(accountNo)
    if (known !== undefined) return known
    const found = this.#findAccount.get(accountNo)
    if (found !== undefined) this.#accounts.set(accountNo, found)
    return found
  }
}

const ROOT_OF_RECORD = read(
  { rootId: integer },
  'SELECT coalesce(merged_into, id) AS rootId FROM customer WHERE id = ?',
)

/** The people that customer records belong to: the record itself, or the one it was merged into. Gone ones are left out. */
export function rootsOf(connection: ReadConnection, customerIds: Iterable<number>): number[] {
  const find = connection.prepared(ROOT_OF_RECORD)
  const roots = new Set<number>()
  for (const id of customerIds) {
    const found = find.get(id)
    if (found !== undefined) roots.add(found.rootId)
  }
  return [...roots]
}

/** Two generations of this many keys are kept: about 20 MB. Our own default. */
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
