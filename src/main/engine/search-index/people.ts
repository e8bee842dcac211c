import type { Connection } from '../connection.ts'
import type { SearchableRecord } from './keys.ts'

/** A person with every record that was merged into them, and where their keys lie now. */
export interface SearchablePerson {
  readonly rootId: number
  readonly bucket: number
  readonly records: readonly SearchableRecord[]
  readonly cardNumbers: readonly string[]
}

interface RecordRow extends SearchableRecord {
  readonly id: number
  readonly bucket: number
  readonly mergedInto: number | null
}

const COLUMNS = `id, search_bucket AS bucket, merged_into AS mergedInto, name, pinyin, initials, phone,
  id_number AS idNumber, customer_no AS customerNo`

/** Reads what a person is searched by. @returns null where no such root exists or it is merged into another. */
export function readSearchable(connection: Connection, rootId: number): SearchablePerson | null {
  const person = readWithoutCards(connection, rootId)
  if (person === null) return null
  const { recordIds, ...searchable } = person
  return { ...searchable, cardNumbers: recordIds.flatMap((id) => cardNumbersOf(connection, id)) }
}

/** The same without the cards, for whoever asks for names only: it spares a look into another table a person. */
export function readWithoutCards(
  connection: Connection,
  rootId: number,
): (SearchablePerson & { readonly recordIds: readonly number[] }) | null {
  const root = connection.statement<RecordRow>(`SELECT ${COLUMNS} FROM customer WHERE id = ?`).get(rootId)
  if (root === undefined || root.mergedInto !== null) return null
  const members = connection
    .statement<RecordRow>(`SELECT ${COLUMNS} FROM customer WHERE merged_into = ?`)
    .all(rootId)
  const records = [root, ...members]
  return { rootId, bucket: root.bucket, records, recordIds: records.map(({ id }) => id), cardNumbers: [] }
}

function cardNumbersOf(connection: Connection, customerId: number): string[] {
  return connection
    .statement<{ number: string }>('SELECT number FROM card WHERE customer_id = ? AND number IS NOT NULL')
    .all(customerId)
    .map((card) => card.number)
}

const AMONG = 'IN (SELECT value FROM json_each(?))'

/**
 * The same as `readSearchable` of many people, in three statements.
 * @param rootIds a few hundred; those that are no roots are left out
 */
export function readSearchables(connection: Connection, rootIds: readonly number[]): SearchablePerson[] {
  const recordsAmong = (column: 'id' | 'merged_into') =>
    connection
      .statement<RecordRow>(`SELECT ${COLUMNS} FROM customer WHERE ${column} ${AMONG}`)
      .all(JSON.stringify(rootIds))
  const roots = recordsAmong('id').filter(({ mergedInto }) => mergedInto === null)
  const members = Map.groupBy(recordsAmong('merged_into'), ({ mergedInto }) => mergedInto)
  const people = roots.map((root) => ({ root, records: [root, ...(members.get(root.id) ?? [])] }))
  const numbers = cardNumbersAmong(
    connection,
    people.flatMap(({ records }) => records.map(({ id }) => id)),
  )
  return people.map(({ root, records }) => ({
    rootId: root.id,
    bucket: root.bucket,
    records,
    cardNumbers: records.flatMap(({ id }) => numbers.get(id)?.map(({ number }) => number) ?? []),
  }))
}

interface HeldCard {
  readonly customerId: number
  readonly number: string
}

function cardNumbersAmong(connection: Connection, recordIds: readonly number[]): Map<number, HeldCard[]> {
  const cards = connection
    .statement<HeldCard>(
      `SELECT customer_id AS customerId, number FROM card WHERE customer_id ${AMONG} AND number IS NOT NULL`,
    )
    .all(JSON.stringify(recordIds))
  return Map.groupBy(cards, ({ customerId }) => customerId)
}
