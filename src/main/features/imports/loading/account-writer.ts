import type { AccountKind, AccountRow } from '../../../../shared/domain/import-rows.ts'
import type { ImportedColumn, SqlValue, TableShape } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import { moveTransactions } from './move-transactions.ts'
import { OWNER_COLUMN, OwnedRows } from './owned-rows.ts'
import type { Owners } from './owners.ts'

/** In the order of `valuesOf`. */
const COLUMNS: readonly ImportedColumn[] = [
  { name: 'customer_id', field: 'customerKey' },
  { name: 'kind', field: 'kind' },
  { name: 'product_name', field: 'productName', sticky: true },
  // Without a balance in the extract it is the last transaction's, which the summary fills in.
  { name: 'balance_fen', field: 'balance', fallback: 0, sticky: true },
  { name: 'balance_source', field: 'balance', fallback: 'transactions', sticky: true },
  { name: 'opened_on', field: 'openedOn' },
  { name: 'matures_on', field: 'maturesOn' },
  { name: 'rate_percent', field: 'rate' },
  { name: 'status', field: 'status', fallback: 'open' },
]
const SHAPE: TableShape = { table: 'account', key: 'account_no', columns: COLUMNS }
const NAME_COLUMN = 2

/** What an account is called where the extract names no product. */
const KIND_NAMES: Record<AccountKind, string> = {
  demand: '活期',
  term: '定期',
  wealth: '理财',
  fund: '基金',
  insurance: '保险',
}

export class AccountWriter implements RowWriter<AccountRow> {
  readonly entity = 'accounts'
  readonly sliceRows = 500
  readonly #session: LoadSession
  readonly #owners: Owners
  readonly #rows: OwnedRows

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    this.#session = session
    this.#owners = owners
    this.#rows = new OwnedRows(session, this.entity, SHAPE, mapped)
  }

  write(row: AccountRow): RowProblemFound | null {
    const customerId = this.#owners.customer(row.customerKey)
    if (customerId === undefined) return { code: 'unknown-customer', field: 'customerKey' }
    const stored = this.#rows.find(row.key)
    const wanted = valuesOf(row, customerId)
    if (stored === undefined) wanted[NAME_COLUMN] ??= KIND_NAMES[row.kind]
    this.#rows.keep({ key: row.key, customerId, stored, wanted })
    if (stored !== undefined) this.#follow(stored.id, Number(stored.values[OWNER_COLUMN]), customerId)
    return null
  }

  /** An account's transactions go where it goes. */
  #follow(accountId: number, from: number, to: number): void {
    if (from !== to) moveTransactions(this.#session.connection, { accountId, from, to })
  }
}

function valuesOf(row: AccountRow, customerId: number): SqlValue[] {
  return [
    customerId,
    row.kind,
    row.productName,
    row.balanceFen,
    row.balanceFen === null ? null : 'extract',
    row.openedOn,
    row.maturesOn,
    row.ratePercent,
    row.status,
  ]
}
