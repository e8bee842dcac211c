import type { TransactionRow } from '../../../../shared/domain/imports/import-rows.ts'
import type { RowStatement, SqlValue, Statement } from '../../../engine/connection.ts'
import type { ArrayOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { readArrays, write } from '../../../engine/statement.ts'
import type { RecordPlace } from '../reading/run-keys.ts'
import { keepBeforeImage, type TransactionKey } from './before-images.ts'
import { type AccountHolder, Holders } from './holders.ts'
import type { RowProblemFound } from './load-problem.ts'
import type { LoadSession, RowWriter } from './session.ts'

const { txn } = TABLES

const INSERT = write(
  `INSERT INTO txn (customer_id, on_date, txn_no, account_id, direction, amount_fen, balance_fen, kind,
    channel, note, import_id, file_no, line)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (customer_id, on_date, txn_no, account_id) DO NOTHING`,
)

/** In the order of `#changeable`. */
const CHANGEABLE = ['direction', 'amount_fen', 'balance_fen', 'kind', 'channel', 'note'] as const
/** The fields of a profile that fill them, in the same order. */
const FIELDS = ['direction', 'amount', 'balance', 'kind', 'channel', 'note'] as const

/** The places of what stands behind them. */
const IMPORT_ID = CHANGEABLE.length
const FILE_NO = IMPORT_ID + 1
const LINE = IMPORT_ID + 2

const ONE_ROW = 'customer_id = ? AND on_date = ? AND txn_no = ? AND account_id = ?'

const FIND = readArrays(
  [
    ...CHANGEABLE.map((name) => [name, txn[name]] as const),
    ['import_id', txn.import_id],
    ['file_no', txn.file_no],
    ['line', txn.line],
  ],
  `SELECT ${CHANGEABLE.join(', ')}, import_id, file_no, line FROM txn WHERE ${ONE_ROW}`,
)
const UPDATE = write(
  `UPDATE txn SET ${CHANGEABLE.map((name) => `${name} = ?`).join(', ')}, import_id = ? WHERE ${ONE_ROW}`,
)

/**
 * Writes transactions, by far the most rows of an extract: an insert that the key may refuse, and only then a look at
 * what is there. The account is part of the key, as both legs of a transfer may bear one serial. A corrected transaction
 * keeps its day and its account; one that comes with another is another row. A key that comes twice in one run with
 * something else behind it is no correction: the second is refused, with the line of the first. A file of another entry
 * may add what the first does not have.
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
    const { counts, files, run, touched } = this.#session
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
      files.fileNo,
      row.line,
    )
    if (outcome.changes === 0) return this.#compare(row, holder)
    touched.add(holder.customerId)
    counts.add(this.entity, 'added')
    return null
  }

  /** What becomes of a row whose key is there already. */
  #compare(row: TransactionRow, holder: AccountHolder): RowProblemFound | null {
    const { counts, files, touched } = this.#session
    const key: TransactionKey = [holder.customerId, row.on, row.key, holder.accountId]
    const stored = this.#find.get(...key) ?? []
    const first = this.#firstOf(row, holder, stored)
    const wanted = this.#changeable(row, stored)
    if (wanted.every((value, index) => value === stored[index])) {
      if (first !== null && files.isOfEntry(first)) counts.addRepeated(this.entity)
      else counts.add(this.entity, 'unchanged')
      return null
    }
    const contradicts = (value: SqlValue, index: number) =>
      value !== stored[index] && first !== null && files.saysOf(first, FIELDS[index] ?? '')
    if (first !== null && wanted.some(contradicts)) return files.repeated(first)
    this.#change(key, stored, wanted)
    touched.add(holder.customerId)
    counts.add(this.entity, 'updated')
    return null
  }

  /** Where the run met the key before: a row that it added says so itself, only the others are remembered. */
  #firstOf(row: TransactionRow, holder: AccountHolder, stored: readonly SqlValue[]): RecordPlace | null {
    const { files } = this.#session
    const [fileNo, line] = [stored[FILE_NO], stored[LINE]]
    const added = typeof fileNo === 'number' && typeof line === 'number' ? files.placeOf(fileNo, line) : null
    if (added !== null && files.isOfEntry(added)) return added
    return files.meet(`${holder.accountId} ${row.on} ${row.key}`, row.line) ?? added
  }

  #change(key: TransactionKey, stored: readonly SqlValue[], wanted: readonly SqlValue[]): void {
    const { connection, run } = this.#session
    const before: Record<string, SqlValue> = { import_id: stored[IMPORT_ID] ?? null }
    CHANGEABLE.forEach((name, index) => {
      before[name] = stored[index] ?? null
    })
    keepBeforeImage(connection, run.id, 'txn', JSON.stringify(key), before)
    UPDATE.run(connection, ...wanted, run.id, ...key)
  }

  /** @param stored in the order of `CHANGEABLE` */
  #changeable(row: TransactionRow, stored: readonly SqlValue[]): SqlValue[] {
    const { balance, channel, note } = this.#silent
    return [
      row.direction,
      row.amountFen,
      balance || row.unread?.includes('balance') ? (stored[2] ?? null) : row.balanceFen,
      row.kind,
      channel || row.unread?.includes('channel') ? (stored[4] ?? null) : row.channel,
      note || row.unread?.includes('note') ? (stored[5] ?? null) : row.note,
    ]
  }
}
