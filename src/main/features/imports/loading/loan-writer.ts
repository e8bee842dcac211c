import type { LoanRow } from '../../../../shared/domain/import-rows.ts'
import { type Holder, holderOf } from './held-by.ts'
import { type ImportedColumn, KeyedTable, type SqlValue } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import type { Owners } from './owners.ts'

/** In the order of `valuesOf`. */
const COLUMNS: readonly ImportedColumn[] = [
  { name: 'customer_id', field: 'customerKey', sticky: true },
  { name: 'account_id', field: 'accountKey' },
  { name: 'principal_fen', field: 'principal', fallback: 0 },
  { name: 'balance_fen', field: 'balance' },
  { name: 'started_on', field: 'startedOn' },
  { name: 'ends_on', field: 'endsOn' },
  { name: 'months', field: 'months' },
  { name: 'payment_fen', field: 'payment' },
  { name: 'status', field: 'status', fallback: 'running' },
]
const OWNER_COLUMN = 0

export class LoanWriter implements RowWriter<LoanRow> {
  readonly entity = 'loans'
  readonly sliceRows = 500
  readonly #session: LoadSession
  readonly #owners: Owners
  readonly #table: KeyedTable

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    this.#session = session
    this.#owners = owners
    this.#table = new KeyedTable(session, { table: 'loan', key: 'loan_no', columns: COLUMNS }, mapped)
  }

  write(row: LoanRow): RowProblemFound | null {
    const holder = holderOf(row, this.#owners)
    if ('code' in holder) return holder
    const { counts, touched } = this.#session
    const stored = this.#table.find(row.key)
    const wanted = valuesOf(row, holder)
    if (stored === undefined) {
      this.#table.insert(row.key, wanted)
    } else if (this.#table.differences(stored, wanted).length === 0) {
      counts.add(this.entity, 'unchanged')
      return null
    } else {
      this.#table.update(stored, wanted)
      touched.add(Number(stored.values[OWNER_COLUMN]))
    }
    touched.add(holder.customerId)
    counts.add(this.entity, stored === undefined ? 'added' : 'updated')
    return null
  }
}

function valuesOf(row: LoanRow, { customerId, accountId }: Holder): SqlValue[] {
  return [
    customerId,
    accountId,
    row.principalFen,
    row.balanceFen,
    row.startedOn,
    row.endsOn,
    row.months,
    row.paymentFen,
    row.status,
  ]
}
