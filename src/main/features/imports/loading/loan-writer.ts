import type { LoanRow } from '../../../../shared/domain/import-rows.ts'
import { type Holder, holderOf } from './held-by.ts'
import type { ImportedColumn, SqlValue, TableShape } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import { OwnedRows } from './owned-rows.ts'
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
const SHAPE: TableShape = { table: 'loan', key: 'loan_no', columns: COLUMNS }

export class LoanWriter implements RowWriter<LoanRow> {
  readonly entity = 'loans'
  readonly sliceRows = 500
  readonly #owners: Owners
  readonly #rows: OwnedRows

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    this.#owners = owners
    this.#rows = new OwnedRows(session, this.entity, SHAPE, mapped)
  }

  write(row: LoanRow): RowProblemFound | null {
    const holder = holderOf(row, this.#owners)
    if ('code' in holder) return holder
    const stored = this.#rows.find(row.key)
    this.#rows.keep({ ...holder, key: row.key, stored, wanted: valuesOf(row, holder) })
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
