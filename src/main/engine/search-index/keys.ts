import { type CivilDate, daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import { readPhoneEntries } from '../../../shared/domain/customer/phone-entries.ts'
import { latinKey } from '../../../shared/domain/text/latin-key.ts'
import { otherLetterKeys } from '../../../shared/domain/text/name-spellings.ts'
import { nameSuffixes } from '../../../shared/domain/text/person-name.ts'
import { toSimplified } from '../../../shared/domain/text/simplified.ts'
import type { ReadConnection } from '../connection.ts'
import type { RowOf } from '../schema/columns.ts'
import { TABLES } from '../schema.ts'
import { read } from '../statement.ts'

/**
 * What a search key is made of (L2). The numbers stand in the database; a tail is found as the front of the reversed
 * number, because a B-tree finds fronts only.
 */
export const KEY_KIND = {
  /** The whole name, without its dots and in lower case: found by its front. */
  name: 0,
  /** The name from its second, third … character on: found from the middle (infix). */
  nameSuffix: 1,
  /** All syllables joined: `wangjianguo`. */
  pinyin: 2,
  /** First letters: `wjg`. */
  initials: 3,
  phone: 4,
  phoneReversed: 5,
  idReversed: 6,
  cardReversed: 7,
  customerNo: 8,
} as const

export type KeyKind = (typeof KEY_KIND)[keyof typeof KEY_KIND]

/** One record of a person as the search sees it. A merged person has several. */
export interface SearchableRecord {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly phone: string | null
  /** As `customer.phone_entries` keeps them. */
  readonly phoneEntries: string | null
  readonly idNumber: string | null
  readonly customerNo: string
}

export interface SearchKey {
  readonly kind: KeyKind
  readonly key: string
}

const DOTS = /·/g

const PLAIN_HAN = /^\p{Script=Han}+$/u

/**
 * The forms a name is kept and looked up by: without the dots of transliterated names, which are typed or not, and Latin
 * letters in either case; and in simplified characters where that is another form (單偉明 and 单伟明), so that each way of
 * writing finds both.
 */
export function nameForms(name: string): readonly string[] {
  const bare = name.replace(DOTS, '')
  const isPlain = PLAIN_HAN.test(bare)
  const written = isPlain ? bare : latinKey(bare)
  const simple = toSimplified(!isPlain && HAN.test(written) ? written.replace(MARKS, '') : written)
  return simple === written ? [written] : [written, simple]
}

/** Of 张三-李四 the mark is typed or not. */
const HAN = /\p{Script=Han}/u
const MARKS = /[^\p{L}\p{M}\p{N}]/gu

export function reversed(text: string): string {
  return [...text].reverse().join('')
}

/**
 * Every key a person is found by. The same rows always give the same keys, so that they can be taken out by
 * computing them again.
 * @param cardNumbers as stored: whole numbers or tails
 */
export function keysOf(records: readonly SearchableRecord[], cardNumbers: readonly string[]): SearchKey[] {
  const keys: SearchKey[] = []
  for (const record of records) addRecord(keys, record)
  for (const number of cardNumbers) add(keys, KEY_KIND.cardReversed, reversed(number))
  return keys
}

function addRecord(keys: SearchKey[], record: SearchableRecord): void {
  for (const name of nameForms(record.name)) {
    add(keys, KEY_KIND.name, name)
    for (const suffix of nameSuffixes(name)) add(keys, KEY_KIND.nameSuffix, suffix)
  }
  for (const { pinyin, initials } of [record, ...otherLetterKeys(record.name, record)]) {
    add(keys, KEY_KIND.pinyin, pinyin)
    add(keys, KEY_KIND.initials, initials)
  }
  add(keys, KEY_KIND.customerNo, record.customerNo.toUpperCase())
  for (const phone of phonesOf(record)) {
    add(keys, KEY_KIND.phone, phone)
    add(keys, KEY_KIND.phoneReversed, reversed(phone))
  }
  if (record.idNumber !== null) add(keys, KEY_KIND.idReversed, reversed(record.idNumber))
}

/** The phone first, then the other numbers of the record, each once. */
function phonesOf({ phone, phoneEntries }: SearchableRecord): readonly string[] {
  if (phoneEntries === null) return phone === null ? [] : [phone]
  const numbers = readPhoneEntries(phoneEntries).map(({ number }) => number)
  return [...new Set(phone === null ? numbers : [phone, ...numbers])]
}

function add(keys: SearchKey[], kind: KeyKind, key: string): void {
  if (key !== '') keys.push({ kind, key })
}

/** Days since the last sign of life up to which a person counts as just now, lately, and this year. Our own default. */
const RECENCY_DAYS = [30, 90, 365] as const
const RECENCY_STEPS = RECENCY_DAYS.length + 1
const VALUE_RANKS = 3

/** Buckets 0 … 11 in the order of a result list: value first, then recency. */
export const BUCKET_COUNT = VALUE_RANKS * RECENCY_STEPS

/** `customer.search_bucket` of a person who has no keys: newly inserted, about to change, or merged into another. */
export const NOT_INDEXED = -1

/**
 * The bucket a person's keys lie in.
 * @param valueRank 0 high, 1 mid, 2 low
 * @param lastSeenOn the last visit, contact or active transaction, whichever is latest
 */
export function bucketOf(valueRank: 0 | 1 | 2, lastSeenOn: CivilDate | null, asOf: CivilDate): number {
  return valueRank * RECENCY_STEPS + recencyOf(lastSeenOn, asOf)
}

function recencyOf(lastSeenOn: CivilDate | null, asOf: CivilDate): number {
  if (lastSeenOn === null) return RECENCY_STEPS - 1
  const days = daysBetween(lastSeenOn, asOf)
  const step = RECENCY_DAYS.findIndex((limit) => days <= limit)
  return step < 0 ? RECENCY_STEPS - 1 : step
}

/** A row of `search_key`. */
export interface PlacedKey {
  readonly kind: KeyKind
  readonly bucket: number
  readonly key: string
  readonly rootId: number
}

/** The rows by which a person is found in a bucket; none where the bucket is no place. */
export function placedKeys(person: SearchablePerson, bucket: number): PlacedKey[] {
  if (bucket === NOT_INDEXED) return []
  return keysOf(person.records, person.cardNumbers).map(({ kind, key }) => ({
    kind,
    bucket,
    key,
    rootId: person.rootId,
  }))
}

/** The order of the table's own tree, so that neighbours share their pages. */
export function inTreeOrder(a: PlacedKey, b: PlacedKey): number {
  return a.kind - b.kind || a.bucket - b.bucket || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** A person with every record that was merged into them, and where their keys lie now. */
export interface SearchablePerson {
  readonly rootId: number
  readonly bucket: number
  readonly records: readonly SearchableRecord[]
  readonly cardNumbers: readonly string[]
}

const { customer, card } = TABLES

const RECORD = {
  id: customer.id,
  bucket: customer.search_bucket,
  mergedInto: customer.merged_into,
  name: customer.name,
  pinyin: customer.pinyin,
  initials: customer.initials,
  phone: customer.phone,
  phoneEntries: customer.phone_entries,
  idNumber: customer.id_number,
  customerNo: customer.customer_no,
}

const COLUMNS = `id, search_bucket AS bucket, merged_into AS mergedInto, name, pinyin, initials, phone,
  phone_entries AS phoneEntries,
  id_number AS idNumber, customer_no AS customerNo`

const RECORD_BY_ID = read(RECORD, `SELECT ${COLUMNS} FROM customer WHERE id = ?`)
const RECORDS_MERGED_INTO = read(RECORD, `SELECT ${COLUMNS} FROM customer WHERE merged_into = ?`)

/** Reads what a person is searched by. @returns null where no such root exists or it is merged into another. */
export function readSearchable(connection: ReadConnection, rootId: number): SearchablePerson | null {
  const person = readWithoutCards(connection, rootId)
  if (person === null) return null
  const { recordIds, ...searchable } = person
  return { ...searchable, cardNumbers: recordIds.flatMap((id) => cardNumbersOf(connection, id)) }
}

/** The same without the cards, for whoever asks for names only: it spares a look into another table a person. */
export function readWithoutCards(
  connection: ReadConnection,
  rootId: number,
): (SearchablePerson & { readonly recordIds: readonly number[] }) | null {
  const root = RECORD_BY_ID.get(connection, rootId)
  if (root === undefined || root.mergedInto !== null) return null
  const records = [root, ...RECORDS_MERGED_INTO.all(connection, rootId)]
  return { rootId, bucket: root.bucket, records, recordIds: records.map(({ id }) => id), cardNumbers: [] }
}

const CARD_NUMBERS = read(
  { number: card.number },
  'SELECT number FROM card WHERE customer_id = ? AND number IS NOT NULL',
)

function cardNumbersOf(connection: ReadConnection, customerId: number): string[] {
  return CARD_NUMBERS.all(connection, customerId).flatMap(({ number }) => number ?? [])
}

const AMONG = 'IN (SELECT value FROM json_each(?))'

const RECORDS_AMONG = read(RECORD, `SELECT ${COLUMNS} FROM customer WHERE id ${AMONG}`)
const RECORDS_MERGED_INTO_ANY = read(RECORD, `SELECT ${COLUMNS} FROM customer WHERE merged_into ${AMONG}`)

/**
 * The same as `readSearchable` of many people, in three statements.
 * @param rootIds a few hundred; those that are no roots are left out
 */
export function readSearchables(connection: ReadConnection, rootIds: readonly number[]): SearchablePerson[] {
  const among = JSON.stringify(rootIds)
  const roots = RECORDS_AMONG.all(connection, among).filter(({ mergedInto }) => mergedInto === null)
  const members = Map.groupBy(RECORDS_MERGED_INTO_ANY.all(connection, among), ({ mergedInto }) => mergedInto)
  const people = roots.map((root) => ({ root, records: [root, ...(members.get(root.id) ?? [])] }))
  const numbers = cardNumbersAmong(
    connection,
    people.flatMap(({ records }) => records.map(({ id }) => id)),
  )
  return people.map(({ root, records }) => ({
    rootId: root.id,
    bucket: root.bucket,
    records,
    cardNumbers: records.flatMap(({ id }) => numbers.get(id)?.flatMap(({ number }) => number ?? []) ?? []),
  }))
}

const CARDS_AMONG = read(
  { customerId: card.customer_id, number: card.number },
  `SELECT customer_id AS customerId, number FROM card WHERE customer_id ${AMONG} AND number IS NOT NULL`,
)

function cardNumbersAmong(
  connection: ReadConnection,
  recordIds: readonly number[],
): Map<number, RowOf<typeof CARDS_AMONG.columns>[]> {
  const cards = CARDS_AMONG.all(connection, JSON.stringify(recordIds))
  return Map.groupBy(cards, ({ customerId }) => customerId)
}
