import type { Connection } from '../../../src/main/engine/connection.ts'
import { removeSearchKeys } from '../../../src/main/engine/search-index/writer.ts'
import { refreshFacts } from '../../../src/main/records/facts/refresh.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import {
  maskAddress,
  maskCard,
  maskEmployer,
  maskFact,
  maskIdNumber,
  maskName,
  maskPhone,
} from '../../../src/shared/domain/text/masking.ts'
import { nameKeys } from '../../../src/shared/domain/text/person-name.ts'

type Value = string | number

/** What of a row the mask hides, with the mask that is laid over it. */
interface Hidden {
  readonly table: 'customer' | 'card' | 'lead'
  readonly column: string
  readonly mask: (text: string) => string
  /** Numbers have other digits behind the mask; of texts that look the same behind it, the first becomes the last. */
  readonly by: 'digits' | 'exchange'
}

export const HIDDEN: readonly Hidden[] = [
  { table: 'customer', column: 'name', mask: maskName, by: 'exchange' },
  { table: 'customer', column: 'phone', mask: maskPhone, by: 'digits' },
  { table: 'customer', column: 'id_number', mask: maskIdNumber, by: 'digits' },
  { table: 'customer', column: 'address', mask: maskAddress, by: 'exchange' },
  { table: 'customer', column: 'employer', mask: maskEmployer, by: 'exchange' },
  ...['housing', 'income_fen', 'marriage', 'education', 'family', 'hobbies'].map(
    (column): Hidden => ({ table: 'customer', column, mask: maskFact, by: 'exchange' }),
  ),
  { table: 'card', column: 'number', mask: maskCard, by: 'digits' },
  { table: 'lead', column: 'phone', mask: maskPhone, by: 'digits' },
]

/** The rows of a table in the order of a hidden column. */
export function orderBy(connection: Connection, { table, column }: Hidden): readonly number[] {
  return connection
    .statement<{ id: number }>(`SELECT id FROM ${table} ORDER BY ${column}, id`)
    .all()
    .map(({ id }) => id)
}

/**
 * Gives everybody other facts behind the same masks, so that lists sorted by one of them would be in another order, and works
 * out anew what is worked out of them. Without `change` only the latter.
 */
export function renewHidden(connection: Connection, asOf: string, change: boolean): void {
  const ids = connection.statement<{ id: number }>('SELECT id FROM customer').all()
  removeSearchKeys(
    connection,
    ids.map(({ id }) => id),
  )
  if (change) for (const hidden of HIDDEN) changeColumn(connection, hidden)
  const people = connection.statement<{ id: number; name: string }>('SELECT id, name FROM customer').all()
  const putKeys = connection.statement('UPDATE customer SET pinyin = ?, initials = ? WHERE id = ?')
  for (const { id, name } of people) {
    const { pinyin, initials } = nameKeys(name)
    putKeys.run(pinyin, initials, id)
  }
  const last = Math.max(...ids.map(({ id }) => id))
  refreshFacts(connection, { fromId: 1, toId: last }, { asOf, settings: DEFAULT_SETTINGS })
}

function changeColumn(connection: Connection, { table, column, mask, by }: Hidden): void {
  const rows = connection
    .statement<{ id: number; value: Value }>(
      `SELECT id, ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> '' ORDER BY id`,
    )
    .all()
  const values = [...new Set(rows.map(({ value }) => value))].sort((a, b) =>
    typeof a === 'number' ? a - Number(b) : a < b ? -1 : 1,
  )
  const seen = (value: Value) => mask(String(value))
  const other = (value: Value): Value => {
    if (by === 'digits') return otherDigits(String(value), seen(value))
    const alike = values.filter((each) => seen(each) === seen(value))
    return alike[alike.length - 1 - alike.indexOf(value)] ?? value
  }
  const put = connection.statement(`UPDATE ${table} SET ${column} = ? WHERE id = ?`)
  for (const { id, value } of rows) put.run(other(value), id)
}

/** Other digits wherever the mask has a star; what stands in the clear stays. */
function otherDigits(number: string, masked: string): string {
  return [...number]
    .map((sign, place) => (masked[place] === '*' && /\d/.test(sign) ? String(9 - Number(sign)) : sign))
    .join('')
}
