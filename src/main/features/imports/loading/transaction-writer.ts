import type { TransactionRow } from '../../../../shared/domain/import-rows.ts'
import type { Connection, Statement } from '../../../engine/connection.ts'
import { keepBeforeImage } from './before-images.ts'
import type { SqlValue } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import type { AccountOwner, Owners } from './owners.ts'

const INSERT = `INSERT INTO txn (customer_id, on_date, txn_no, account_id, direction, amount_fen, balance_fen, kind,
    channel, note, import_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (customer_id, on_date, txn_no) DO NOTHING`

/** In the order of `#changeable`. */
const CHANGEABLE = [
  'account_id',
  'direction',
  'amount_fen',
  'balance_fen',
  'kind',
  'channel',
  'note',
] as const

const FIND = `SELECT ${CHANGEABLE.join(', ')}, import_id FROM txn
  WHERE customer_id = ? AND on_date = ? AND txn_no = ?`
const UPDATE = `UPDATE txn SET ${CHANGEABLE.map((name) => `${name} = ?`).join(', ')}, import_id = ?
  WHERE customer_id = ? AND on_date = ? AND txn_no = ?`

/** Identifies a transaction in a before-image. */
export type TransactionKey = readonly [customerId: number, on: string, txnNo: string]

/**
 * Writes transactions, by far the most rows of an extract: an insert that the key may refuse, and only then a look at
 * what is there. A corrected transaction keeps its day; one that comes with another day is another row.
 */
export class TransactionWriter implements RowWriter<TransactionRow> {
  readonly entity = 'transactions'
  readonly sliceRows = 1_000
  readonly #session: LoadSession
  readonly #owners: Owners
  readonly #insert: Statement<unknown>
  readonly #find: Statement<SqlValue[]>
  readonly #silent: { readonly balance: boolean; readonly channel: boolean; readonly note: boolean }

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    const connection: Connection = session.connection
    this.#session = session
    this.#owners = owners
    this.#insert = connection.statement(INSERT)
    this.#find = connection.statement<SqlValue[]>(FIND).raw()
    this.#silent = {
      balance: !mapped.includes('balance'),
      channel: !mapped.includes('channel'),
      note: !mapped.includes('note'),
    }
  }

  write(row: TransactionRow): RowProblemFound | null {
    const owner = this.#owners.account(row.accountKey)
    if (owner === undefined) return { code: 'unknown-account', field: 'accountKey' }
    const { counts, run, touched } = this.#session
    const outcome = this.#insert.run(
      owner.customerId,
      row.on,
      row.key,
      owner.accountId,
      row.direction,
      row.amountFen,
      row.balanceFen,
      row.kind,
      row.channel,
      row.note,
      run.id,
    )
    if (outcome.changes === 0 && !this.#change(row, owner)) {
      counts.add(this.entity, 'unchanged')
      return null
    }
    touched.add(owner.customerId)
    counts.add(this.entity, outcome.changes === 0 ? 'updated' : 'added')
    return null
  }

  #change(row: TransactionRow, owner: AccountOwner): boolean {
    const { connection, run } = this.#session
    const key: TransactionKey = [owner.customerId, row.on, row.key]
    const stored = this.#find.get(...key) ?? []
    const wanted = this.#changeable(row, owner, stored)
    if (wanted.every((value, index) => value === stored[index])) return false
    const before: Record<string, SqlValue> = { import_id: stored[CHANGEABLE.length] ?? null }
    CHANGEABLE.forEach((name, index) => {
      before[name] = stored[index] ?? null
    })
    keepBeforeImage(connection, run.id, 'txn', JSON.stringify(key), before)
    connection.statement(UPDATE).run(...wanted, run.id, ...key)
    return true
  }

  #changeable(row: TransactionRow, owner: AccountOwner, stored: readonly SqlValue[]): SqlValue[] {
    const { balance, channel, note } = this.#silent
    return [
      owner.accountId,
      row.direction,
      row.amountFen,
      balance ? (stored[3] ?? null) : row.balanceFen,
      row.kind,
      channel ? (stored[5] ?? null) : row.channel,
      note ? (stored[6] ?? null) : row.note,
    ]
  }
}
