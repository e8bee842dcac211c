import type { AccountKind, AccountRow } from '../../../../shared/domain/import-rows.ts'
import { type ImportedColumn, KeyedTable, type SqlValue, type StoredRow } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import { moveTransactions } from './move-transactions.ts'
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
const OWNER_COLUMN = 0
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
  readonly #table: KeyedTable

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    this.#session = session
    this.#owners = owners
    this.#table = new KeyedTable(session, { table: 'account', key: 'account_no', columns: COLUMNS }, mapped)
  }

  write(row: AccountRow): RowProblemFound | null {
    const customerId = this.#owners.customer(row.customerKey)
    if (customerId === undefined) return { code: 'unknown-customer', field: 'customerKey' }
    const { counts, touched } = this.#session
    const stored = this.#table.find(row.key)
    const wanted = valuesOf(row, customerId)
    if (stored === undefined) {
      wanted[NAME_COLUMN] ??= KIND_NAMES[row.kind]
      this.#table.insert(row.key, wanted)
    } else if (!this.#change(stored, wanted)) {
      counts.add(this.entity, 'unchanged')
      return null
    }
    touched.add(customerId)
    counts.add(this.entity, stored === undefined ? 'added' : 'updated')
    return null
  }

  #change(stored: StoredRow, wanted: SqlValue[]): boolean {
    const changed = this.#table.differences(stored, wanted)
    if (changed.length === 0) return false
    this.#table.update(stored, wanted)
    if (changed.includes('customer_id')) {
      const from = Number(stored.values[OWNER_COLUMN])
      const { connection, touched } = this.#session
      moveTransactions(connection, { accountId: stored.id, from, to: Number(wanted[OWNER_COLUMN]) })
      touched.add(from)
    }
    return true
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
