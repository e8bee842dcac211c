import { documentNumberOf } from './arrival-document.ts'

/** The text of an identity card's chip: 256 bytes of UTF-16LE, read as 128 characters. */
const CHARACTERS = 128
/** In characters: the number stands at the same place in every layout, the kind of card at another. */
const NUMBER_FROM = 61
const NUMBER_LENGTH = 18
const KIND_AT = 124

/**
 * The number in the plain record of a card's chip. There are four layouts (as published headers of reader SDKs have them): citizens (no
 * flag), residents from 港澳台 (`J`), foreigners before 2023 (`I`: English name in front, number of fifteen places) and
 * foreigners since 2023 (`Y`: times of issue where a citizen's nation stands, the English name where the address stands).
 * Only the number is read, so nothing of one layout is taken for a part of another. Null for any other text.
 */
export function numberOfChip(text: string): string | null {
  if (text.length !== CHARACTERS) return null
  const flag = text.charAt(KIND_AT).replace(/[\0\s]/, '')
  if (!['', 'I', 'J', 'Y'].includes(flag)) return null
  const number = text
    .slice(NUMBER_FROM, NUMBER_FROM + (flag === 'I' ? 15 : NUMBER_LENGTH))
    .replaceAll('\0', '')
  return documentNumberOf(number)
}
