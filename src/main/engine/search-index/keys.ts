import { latinKey } from '../../../shared/domain/latin-key.ts'
import { nameSuffixes } from '../../../shared/domain/person-name.ts'
import { KEY_KIND, type KeyKind } from './key-kinds.ts'

/** One record of a person as the search sees it. A merged person has several. */
export interface SearchableRecord {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly phone: string | null
  readonly idNumber: string | null
  readonly customerNo: string
}

export interface SearchKey {
  readonly kind: KeyKind
  readonly key: string
}

const DOTS = /·/g

/** A name as it is looked up: the dots of transliterated names are typed or not, Latin letters in either case. */
export function nameKey(name: string): string {
  const bare = name.replace(DOTS, '')
  return PLAIN_HAN.test(bare) ? bare : latinKey(bare)
}

const PLAIN_HAN = /^\p{Script=Han}+$/u

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
  const name = nameKey(record.name)
  add(keys, KEY_KIND.name, name)
  for (const suffix of nameSuffixes(name)) add(keys, KEY_KIND.nameSuffix, suffix)
  add(keys, KEY_KIND.pinyin, record.pinyin)
  add(keys, KEY_KIND.initials, record.initials)
  add(keys, KEY_KIND.customerNo, record.customerNo.toUpperCase())
  if (record.phone !== null) {
    add(keys, KEY_KIND.phone, record.phone)
    add(keys, KEY_KIND.phoneReversed, reversed(record.phone))
  }
  if (record.idNumber !== null) add(keys, KEY_KIND.idReversed, reversed(record.idNumber))
}

function add(keys: SearchKey[], kind: KeyKind, key: string): void {
  if (key !== '') keys.push({ kind, key })
}
