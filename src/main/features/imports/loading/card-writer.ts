import type { CardRow, CardStatus } from '../../../../shared/domain/import-rows.ts'
import { removeSearchKeys } from '../../../engine/search-index/writer.ts'
import { type Holder, holderOf } from './held-by.ts'
import type { ImportedColumn, SqlValue, StoredRow, TableShape } from './keyed-table.ts'
import type { LoadSession, RowProblemFound, RowWriter } from './load-session.ts'
import { OWNER_COLUMN, OwnedRows } from './owned-rows.ts'
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
const SHAPE: TableShape = { table: 'card', key: 'card_no', columns: COLUMNS }
const NUMBER_COLUMN = 2

const STORED_STATUS: Record<CardStatus, string> = { active: 'open', blocked: 'blocked', closed: 'closed' }

/** Writes cards. A person is found by a card's tail, so their search keys go before a number comes or changes. */
export class CardWriter implements RowWriter<CardRow> {
  readonly entity = 'cards'
  readonly sliceRows = 250
  readonly #session: LoadSession
  readonly #owners: Owners
  readonly #rows: OwnedRows

  constructor(session: LoadSession, mapped: readonly string[], owners: Owners) {
    this.#session = session
    this.#owners = owners
    this.#rows = new OwnedRows(session, this.entity, SHAPE, mapped)
  }

  write(row: CardRow): RowProblemFound | null {
    const holder = holderOf(row, this.#owners)
    if ('code' in holder) return holder
    const stored = this.#rows.find(row.key)
    const wanted = valuesOf(row, holder, stored)
    this.#rows.keep({ key: row.key, customerId: holder.customerId, stored, wanted }, (changed) => {
      if (changed === 'new') {
        if (wanted[NUMBER_COLUMN] !== null) this.#unlist(holder.customerId)
      } else if (changed.includes('number') || changed.includes('customer_id')) {
        this.#unlist(Number(stored?.values[OWNER_COLUMN]), Number(wanted[OWNER_COLUMN]))
      }
    })
    return null
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
