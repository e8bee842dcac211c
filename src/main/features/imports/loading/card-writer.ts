import type { CardRow, CardStatus } from '../../../../shared/domain/import-rows.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { type Holder, holderOf } from './held-by.ts'
import { type ImportedColumn, KeyedTable, type SqlValue, type StoredRow } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import type { Owners } from './owners.ts'
import { rootsOf } from './roots.ts'

/** In the order of `valuesOf`. */
const COLUMNS: readonly ImportedColumn[] = [
  { name: 'customer_id', field: 'customerKey', sticky: true },
  { name: 'account_id', field: 'accountKey' },
  // A narrower extract may have the tail only; it does not shorten a number that is known.
  { name: 'number', field: 'number', sticky: true },
  { name: 'kind', field: 'kind', fallback: 'debit' },
  { name: 'grade', field: 'grade' },
  { name: 'issued_on', field: 'issuedOn' },
  { name: 'status', field: 'status', fallback: 'open' },
]
const OWNER_COLUMN = 0
const NUMBER_COLUMN = 2

const STORED_STATUS: Record<CardStatus, string> = { active: 'open', blocked: 'blocked', closed: 'closed' }

/** Writes cards. A person is found by a card's tail, so their search keys go before a number comes or changes. */
export class CardWriter implements RowWriter<CardRow> {
  readonly entity = 'cards'
  readonly sliceRows = 250
  readonly #session: LoadSession
  readonly #owners: Owners
  readonly #table: KeyedTable

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    this.#session = session
    this.#owners = owners
    this.#table = new KeyedTable(session, { table: 'card', key: 'card_no', columns: COLUMNS }, mapped)
  }

  write(row: CardRow): RowProblemFound | null {
    const holder = holderOf(row, this.#owners)
    if ('code' in holder) return holder
    const { counts, touched } = this.#session
    const stored = this.#table.find(row.key)
    const wanted = valuesOf(row, holder, stored)
    if (stored === undefined) {
      if (wanted[NUMBER_COLUMN] !== null) this.#unlist(holder.customerId)
      this.#table.insert(row.key, wanted)
    } else if (!this.#change(stored, wanted)) {
      counts.add(this.entity, 'unchanged')
      return null
    }
    touched.add(holder.customerId)
    counts.add(this.entity, stored === undefined ? 'added' : 'updated')
    return null
  }

  #change(stored: StoredRow, wanted: SqlValue[]): boolean {
    const changed = this.#table.differences(stored, wanted)
    if (changed.length === 0) return false
    const earlierOwner = Number(stored.values[OWNER_COLUMN])
    if (changed.includes('number') || changed.includes('customer_id')) {
      this.#unlist(earlierOwner, Number(wanted[OWNER_COLUMN]))
    }
    this.#table.update(stored, wanted)
    this.#session.touched.add(earlierOwner)
    return true
  }

  #unlist(...customerIds: number[]): void {
    removeSearchKeys(this.#session.connection, rootsOf(this.#session.connection, customerIds))
  }
}

function valuesOf(
  row: CardRow,
  { customerId, accountId }: Holder,
  stored: StoredRow | undefined,
): SqlValue[] {
  return [
    customerId,
    accountId,
    numberOf(row, stored),
    row.kind,
    row.grade,
    row.issuedOn,
    row.status === null ? null : STORED_STATUS[row.status],
  ]
}

function numberOf({ number, numberTail }: CardRow, stored: StoredRow | undefined): string | null {
  if (number !== null || numberTail === null) return number
  const known = stored?.values[NUMBER_COLUMN]
  return typeof known === 'string' && known.endsWith(numberTail) ? known : numberTail
}
