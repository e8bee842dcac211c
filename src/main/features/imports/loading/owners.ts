import type { Connection } from '../../../engine/connection.ts'
import { KeyCache } from './key-cache.ts'

/** An account and the customer record that holds it. */
export interface AccountOwner {
  readonly accountId: number
  readonly customerId: number
}

/**
 * Finds rows by the bank's own keys. A key that is not there is asked for again each time: the row that brings it may
 * come in the next batch. Customers are read before accounts and accounts before what hangs on them, so what was found
 * once stays true while the next kind of row is loaded; start a new one for each file.
 */
export class Owners {
  readonly #connection: Connection
  readonly #customers = new KeyCache<number>()
  readonly #accounts = new KeyCache<AccountOwner>()

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

  account(accountNo: string): AccountOwner | undefined {
    const known = this.#accounts.get(accountNo)
    if (known !== undefined) return known
    const found = this.#connection
      .statement<AccountOwner>(
        'SELECT id AS accountId, customer_id AS customerId FROM account WHERE account_no = ?',
      )
      .get(accountNo)
    if (found !== undefined) this.#accounts.set(accountNo, found)
    return found
  }
}
