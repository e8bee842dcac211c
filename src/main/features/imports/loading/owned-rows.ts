import type {
  AccountKind,
  AccountRow,
  CardRow,
  CardStatus,
  LoanRow,
} from '../../../../shared/domain/imports/import-rows.ts'
import type { Connection, SqlValue } from '../../../engine/connection.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { moveTransactions } from './before-images.ts'
import { type Holder, Holders, holderOf, rootsOf } from './holders.ts'
import { type KeyedStatements, KeyedTable, keyedStatements, type StoredRow } from './keyed-table.ts'
import type { RowProblemFound } from './load-problem.ts'
import type { LoadedFile } from './seen-rows.ts'
import type { LoadSession, RowWriter } from './session.ts'

/** The first column of every table of owned rows says whose they are. */
const HOLDER_COLUMN = 0

interface RowOfTable {
  readonly line: number
  readonly key: string
  readonly customerKey: string | null
  readonly unread?: readonly string[]
}

/** Rows that belong to somebody: accounts, loans or cards. */
interface OwnedTable<Row extends RowOfTable> extends Pick<RowWriter<Row>, 'entity' | 'sliceRows'> {
  /** The first of its columns is the holder. */
  readonly statements: KeyedStatements
  holderOf(row: Row, holders: Holders): Holder | RowProblemFound
  /**
   * In the order of the shape's columns.
   * @param stored what is there under the key
   */
  valuesOf(row: Row, holder: Holder, stored: StoredRow | undefined): SqlValue[]
  /** What must happen before the row is written. */
  before?(connection: Connection, change: RowChange): void
}

interface RowChange {
  readonly stored: StoredRow | undefined
  readonly wanted: readonly SqlValue[]
  /** The columns that change; none of a new row. */
  readonly columns: readonly string[]
}

/** Writes owned rows under the bank's key, counts them, and marks everybody concerned as touched. */
export class OwnedRowWriter<Row extends RowOfTable> implements RowWriter<Row> {
  readonly entity: RowWriter<Row>['entity']
  readonly sliceRows: number
  readonly #owned: OwnedTable<Row>
  readonly #session: LoadSession
  readonly #holders: Holders
  readonly #table: KeyedTable

  /** @param file the file, with the fields that it has */
  constructor(owned: OwnedTable<Row>, session: LoadSession, file: LoadedFile) {
    this.entity = owned.entity
    this.sliceRows = owned.sliceRows
    this.#owned = owned
    this.#session = session
    this.#holders = new Holders(session.connection)
    this.#table = new KeyedTable(session, owned.statements, file)
  }

  write(row: Row): RowProblemFound | null {
    const holder = this.#owned.holderOf(row, this.#holders)
    if ('code' in holder) return holder
    const stored = this.#table.find(row.key)
    const wanted = this.#owned.valuesOf(row, holder, stored)
    if (stored !== undefined) return this.#change(row, stored, wanted)
    this.#add(row, wanted)
    return null
  }

  #add(row: Row, wanted: SqlValue[]): void {
    const { connection, counts, touched } = this.#session
    this.#owned.before?.(connection, { stored: undefined, wanted, columns: [] })
    this.#table.insert(row, wanted)
    touched.add(Number(wanted[HOLDER_COLUMN]))
    counts.add(this.entity, 'added')
  }

  #change(row: Row, stored: StoredRow, wanted: SqlValue[]): RowProblemFound | null {
    const { connection, counts, touched } = this.#session
    const { columns, problem, repeated } = this.#table.compare(stored, wanted, row)
    if (columns.length === 0) {
      if (repeated) counts.addRepeated(this.entity)
      else if (problem === null) counts.add(this.entity, 'unchanged')
      return problem
    }
    this.#owned.before?.(connection, { stored, wanted, columns })
    this.#table.update(stored, wanted)
    touched.add(Number(stored.values[HOLDER_COLUMN]))
    touched.add(Number(wanted[HOLDER_COLUMN]))
    counts.add(this.entity, 'updated')
    return problem
  }
}

/** What an account is called where the extract names no product. */
const KIND_NAMES: Record<AccountKind, string> = {
  demand: '活期',
  term: '定期',
  wealth: '理财',
  fund: '基金',
  insurance: '保险',
}

export const ACCOUNTS: OwnedTable<AccountRow> = {
  entity: 'accounts',
  sliceRows: 500,
  statements: keyedStatements({
    table: 'account',
    key: 'account_no',
    columns: [
      { name: 'customer_id', field: 'customerKey' },
      { name: 'kind', field: 'kind' },
      { name: 'product_name', field: 'productName', sticky: true },
      // Without a balance in the extract it is the last transaction's, which the summary fills in.
      { name: 'balance_fen', field: 'balance', fallback: 0, sticky: true },
      { name: 'balance_source', field: 'balance', fallback: 'transactions', sticky: true },
      { name: 'opened_on', field: 'openedOn' },
      { name: 'matures_on', field: 'maturesOn' },
      { name: 'rate_percent', field: 'rate' },
      { name: 'status', field: 'status', fallback: 'open', unsaid: 'unknown' },
    ],
  }),
  holderOf: ({ customerKey }, holders) => holderOf({ customerKey, accountKey: null }, holders),
  valuesOf: (row, { customerId }, stored) => [
    customerId,
    row.kind,
    row.productName ?? (stored === undefined ? KIND_NAMES[row.kind] : null),
    row.balanceFen,
    row.balanceFen === null ? null : 'extract',
    row.openedOn,
    row.maturesOn,
    row.ratePercent,
    row.status,
  ],
  before: (connection, { stored, wanted }) => {
    if (stored === undefined) return
    // An account's transactions go where it goes.
    const [from, to] = [Number(stored.values[HOLDER_COLUMN]), Number(wanted[HOLDER_COLUMN])]
    if (from !== to) moveTransactions(connection, { accountId: stored.id, from, to })
  },
}

export const LOANS: OwnedTable<LoanRow> = {
  entity: 'loans',
  sliceRows: 500,
  statements: keyedStatements({
    table: 'loan',
    key: 'loan_no',
    columns: [
      { name: 'customer_id', field: 'customerKey', sticky: true },
      { name: 'account_id', field: 'accountKey' },
      { name: 'principal_fen', field: 'principal', fallback: 0 },
      { name: 'balance_fen', field: 'balance' },
      { name: 'started_on', field: 'startedOn' },
      { name: 'ends_on', field: 'endsOn' },
      { name: 'months', field: 'months' },
      { name: 'payment_fen', field: 'payment' },
      { name: 'status', field: 'status', fallback: 'running', unsaid: 'unknown' },
    ],
  }),
  holderOf,
  valuesOf: (row, { customerId, accountId }) => [
    customerId,
    accountId,
    row.principalFen,
    row.balanceFen,
    row.startedOn,
    row.endsOn,
    row.months,
    row.paymentFen,
    row.status,
  ],
}

const STORED_CARD_STATUS: Record<CardStatus, string> = {
  active: 'open',
  blocked: 'blocked',
  closed: 'closed',
}
const NUMBER_COLUMN = 2

/** A person is found by a card's tail, so their search keys go before a number comes or changes. */
export const CARDS: OwnedTable<CardRow> = {
  entity: 'cards',
  sliceRows: 250,
  statements: keyedStatements({
    table: 'card',
    key: 'card_no',
    columns: [
      { name: 'customer_id', field: 'customerKey', sticky: true },
      { name: 'account_id', field: 'accountKey' },
      // A narrower extract may have the tail only; it does not shorten a number that is known.
      { name: 'number', field: 'number', sticky: true },
      { name: 'kind', field: 'kind', fallback: 'debit', unsaid: 'unknown' },
      { name: 'grade', field: 'grade' },
      { name: 'issued_on', field: 'issuedOn' },
      { name: 'status', field: 'status', fallback: 'open', unsaid: 'unknown' },
    ],
  }),
  holderOf,
  valuesOf: (row, { customerId, accountId }, stored) => [
    customerId,
    accountId,
    cardNumberOf(row, stored),
    row.kind,
    row.grade,
    row.issuedOn,
    row.status === null ? null : STORED_CARD_STATUS[row.status],
  ],
  before: (connection, { stored, wanted, columns }) => {
    if (stored === undefined) {
      if (wanted[NUMBER_COLUMN] !== null) unlist(connection, [wanted])
    } else if (columns.includes('number') || columns.includes('customer_id')) {
      unlist(connection, [stored.values, wanted])
    }
  },
}

function unlist(connection: Connection, cards: readonly (readonly SqlValue[])[]): void {
  const holders = cards.map((values) => Number(values[HOLDER_COLUMN]))
  removeSearchKeys(connection, rootsOf(connection, holders))
}

function cardNumberOf({ number, numberTail }: CardRow, stored: StoredRow | undefined): string | null {
  if (number !== null || numberTail === null) return number
  const known = stored?.values[NUMBER_COLUMN]
  return typeof known === 'string' && known.endsWith(numberTail) ? known : numberTail
}
