import { toHalfWidth } from '../text/half-width.ts'
import { isDoubtful, readIdNumber } from '../text/identity-number.ts'
import { readPhone } from '../text/phone.ts'
import { documentIn } from './arrival-document.ts'
import { readMachineZone } from './arrival-passport.ts'
import { LONGEST_MESSAGE, recordOf } from './arrival-record.ts'
import type { ArrivalField, ArrivalMapping, BusinessWords } from './arrival-settings.ts'
import { readStripe } from './arrival-stripe.ts'
import { readTicket } from './ticket.ts'
import { BUSINESSES, type Business } from './visit.ts'

/** The number by which a machine identifies somebody: always whole, never a part of one. */
export type ArrivalKey =
  | { readonly kind: 'idNumber' | 'cardNumber' | 'phone' | 'customerNo'; readonly text: string }
  | { readonly kind: 'none' }

export interface ToldArrival {
  readonly ticket: string | null
  /** Null where the machine does not say. */
  readonly business: Business | null
  readonly key: ArrivalKey
}

/**
 * Why a message told of nobody: no text in a known encoding, no record in a known form, no table, a line whose columns
 * are not those of the header, none of the named fields in it, only values that are neither a ticket nor a number, too
 * long, or too many rows.
 */
export const UNREADABLE_REASONS = [
  'encoding',
  'notJson',
  'notTable',
  'badColumns',
  'noFields',
  'badValues',
  'tooLong',
  'tooMany',
] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

export type ReadMessage =
  | { readonly ok: true; readonly arrival: ToldArrival }
  | { readonly ok: false; readonly reason: UnreadableReason }

const LONGEST_VALUE = 200
const CARD = /^\d{12,19}$/
const OTHER_DOCUMENT = /^[A-Z0-9]{5,20}$/
const CUSTOMER_NO = /^[\w-]{1,32}$/

/** Reads a text that tells of one arrival, in any form of `recordOf`. Never throws. */
export function readMessage(text: string, mapping: ArrivalMapping): ReadMessage {
  if (text.length > LONGEST_MESSAGE) return { ok: false, reason: 'tooLong' }
  const record = recordOf(text)
  if (record === undefined) return { ok: false, reason: 'notJson' }
  return readRecord(record, mapping)
}

/** Reads one record: a JSON value, or a row of a table by its header. Never throws. */
export function readRecord(record: unknown, { fields, words }: ArrivalMapping): ReadMessage {
  const valueIn = (field: ArrivalField): string => valueAt(record, fields[field])
  const ticket = readTicket(valueIn('ticket'))
  const key = keyOf(valueIn, fields.idNumber === '' ? null : documentIn(record))
  const business = valueIn('business') === '' ? null : businessOf(valueIn('business'), words)
  if (ticket !== null || key.kind !== 'none') return { ok: true, arrival: { ticket, business, key } }
  const wordless = valueIn('ticket') === '' && KEY_FIELDS.every((field) => valueIn(field) === '')
  return { ok: false, reason: wordless ? 'noFields' : 'badValues' }
}

/** What somebody comes for, in the words of a machine; our own codes are understood without a table. */
export function businessOf(word: string, words: BusinessWords): Business {
  const plain = comparable(word)
  const found = words.find((each) => comparable(each.word) === plain)
  return found?.business ?? BUSINESSES.find((code) => code === plain) ?? 'other'
}

/** The most reliable first: a document belongs to one person, a phone may belong to a household. */
const KEY_FIELDS = ['idNumber', 'customerNo', 'cardNumber', 'phone'] as const
type KeyField = (typeof KEY_FIELDS)[number]

/** @param document what stands under a maker's own name for it; counts where the named field says nothing */
function keyOf(valueIn: (field: ArrivalField) => string, document: string | null): ArrivalKey {
  if (document !== null && valueIn('idNumber') === '') return { kind: 'idNumber', text: document }
  for (const kind of KEY_FIELDS) {
    const text = READ_KEY[kind](valueIn(kind))
    if (text !== null) return { kind, text }
  }
  return { kind: 'none' }
}

const READ_KEY: Readonly<Record<KeyField, (text: string) => string | null>> = {
  idNumber: (text) => {
    const travels = readMachineZone(text)
    if (travels !== null) return travels === 'misread' ? null : travels
    const id = readIdNumber(text)
    const sound = id.kind === 'resident' || OTHER_DOCUMENT.test(id.number)
    // The old form with fifteen digits has no check digit.
    const misread = isDoubtful(id) && text.length > 15
    return sound && !misread ? id.number : null
  },
  customerNo: (text) => (CUSTOMER_NO.test(text) ? text : null),
  cardNumber: (text) => {
    const swiped = readStripe(text)
    if (swiped !== null) return swiped === 'misread' ? null : swiped.number
    const digits = text.replace(/[\s-]/g, '')
    return CARD.test(digits) ? digits : null
  },
  phone: (text) => {
    const phone = readPhone(text)
    return phone.ok ? phone.number : null
  },
}

/** The text at a path, half-width and trimmed; empty where there is no readable text. */
function valueAt(record: unknown, path: string): string {
  if (path === '') return ''
  const whole = ownValue(record, path)
  const value = whole === undefined ? path.split('.').reduce(ownValue, record) : whole
  if (typeof value === 'string') return toHalfWidth(value.slice(0, LONGEST_VALUE)).trim()
  return Number.isSafeInteger(value) ? String(value) : ''
}

/** A member by its name as written, else by its name in whatever case; never an inherited one such as `toString`. */
function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined
  if (Object.hasOwn(holder, name)) return Reflect.get(holder, name)
  const plain = comparable(name)
  const same = Object.keys(holder).find((each) => comparable(each) === plain)
  return same === undefined ? undefined : Reflect.get(holder, same)
}

function comparable(text: string): string {
  return toHalfWidth(text).trim().toLowerCase()
}
