import type { TransactionRow } from '../../../../shared/domain/imports/import-rows.ts'
import type { RowStatement, SqlValue, Statement } from '../../../engine/connection.ts'
import type { ArrayOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { readArrays, write } from '../../../engine/statement.ts'
import { keepBeforeImage, type TransactionKey } from './before-images.ts'
import { type AccountHolder, Holders } from './holders.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './session.ts'

const { txn } = TABLES

const INSERT = write(
  `INSERT INTO txn (customer_id, on_date, txn_no, account_id, direction, amount_fen, balance_fen, kind,
    channel, note, import_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (customer_id, on_date, txn_no) DO NOTHING`,
)

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

const FIND = readArrays(
  [...CHANGEABLE.map((name) => [name, txn[name]] as const), ['import_id', txn.import_id]],
  `SELECT ${CHANGEABLE.join(', ')}, import_id FROM txn
  WHERE customer_id = ? AND on_date = ? AND txn_no = ?`,
)
const UPDATE = write(
  `UPDATE txn SET ${CHANGEABLE.map((name) => `${name} = ?`).join(', ')}, import_id = ?
  WHERE customer_id = ? AND on_date = ? AND txn_no = ?`,
)

/**
 * Writes transactions, by far the most rows of an extract: an insert that the key may refuse, and only then a look at
 * what is there. A corrected transaction keeps its day; one that comes with another day is another row.
 */
export class TransactionWriter implements RowWriter<TransactionRow> {
  readonly entity = 'transactions'
  readonly sliceRows = 1_000
  readonly #session: LoadSession
  readonly #holders: Holders
  readonly #insert: Statement<unknown>
  readonly #find: RowStatement<ArrayOf<typeof FIND.columns>>
  readonly #silent: { readonly balance: boolean; readonly channel: boolean; readonly note: boolean }

  /** @param mapped the fields that the file has */
  constructor(session: LoadSession, mapped: readonly string[]) {
    const { connection } = session
    this.#session = session
    this.#holders = new Holders(connection)
    this.#insert = connection.statement(INSERT.sql)
    this.#find = connection.arrays(FIND)
    this.#silent = {
      balance: !mapped.includes('balance'),
      channel: !mapped.includes('channel'),
      note: !mapped.includes('note'),
    }
  }

  write(row: TransactionRow): RowProblemFound | null {
    const holder = this.#holders.account(row.accountKey)
    if (holder === undefined) return { code: 'unknown-account', field: 'accountKey' }
    const { counts, run, touched } = this.#session
    const outcome = this.#insert.run(
      holder.customerId,
      row.on,
      row.key,
      holder.accountId,
      row.direction,
      row.amountFen,
      row.balanceFen,
      row.kind,
      row.channel,
      row.note,
      run.id,
    )
    if (outcome.changes === 0 && !this.#change(row, holder)) {
      counts.add(this.entity, 'unchanged')
      return null
    }
    touched.add(holder.customerId)
    counts.add(this.entity, outcome.changes === 0 ? 'updated' : 'added')
    return null
  }

  #change(row: TransactionRow, holder: AccountHolder): boolean {
    const { connection, run } = this.#session
    const key: TransactionKey = [holder.customerId, row.on, row.key]
    const stored = this.#find.get(...key) ?? []
    const wanted = this.#changeable(row, holder, stored)
    if (wanted.every((value, index) => value === stored[index])) return false
    const before: Record<string, SqlValue> = { import_id: stored[CHANGEABLE.length] ?? null }
    CHANGEABLE.forEach((name, index) => {
      before[name] = stored[index] ?? null
    })
    keepBeforeImage(connection, run.id, 'txn', JSON.stringify(key), before)
    UPDATE.run(connection, ...wanted, run.id, ...key)
    return true
  }

  #changeable(row: TransactionRow, holder: AccountHolder, stored: readonly SqlValue[]): SqlValue[] {
    const { balance, channel, note } = this.#silent
    return [
      holder.accountId,
      row.direction,
      row.amountFen,
      balance || row.unread?.includes('balance') ? (stored[3] ?? null) : row.balanceFen,
      row.kind,
      channel || row.unread?.includes('channel') ? (stored[5] ?? null) : row.channel,
      note || row.unread?.includes('note') ? (stored[6] ?? null) : row.note,
    ]
  }
}
