import type { Expression } from '../../../../shared/contract/import-expression.ts'
import { furtherPhonesText, maskFurtherPhones } from '../../../../shared/domain/customer/phone-entries.ts'
import { fieldsOf, type ImportEntity } from '../../../../shared/domain/imports/import-fields.ts'
import {
  maskAddress,
  maskCard,
  maskEmployer,
  maskFact,
  maskFreeText,
  maskIdNumber,
  maskName,
  maskPhone,
} from '../../../../shared/domain/text/masking.ts'
import { readPhoneCell } from '../../../../shared/domain/text/phone-cell.ts'
import { columnsFor } from './header-names.ts'

type Mask = (text: string) => string

/** A name may stand beside a number: what was read is masked part by part, and a cell that was not, like an unknown one. */
function maskPhoneCell(text: string): string {
  const cell = readPhoneCell(text)
  if (!cell.ok || cell.unread) return HAS_LETTER.test(text) ? maskUnknownCell(text) : maskPhone(text)
  const rest = furtherPhonesText(cell.entries)
  if (rest === '') return HAS_LETTER.test(text) ? maskPhone(cell.entries[0].number) : maskPhone(text)
  return `${maskPhone(cell.entries[0].number)}、${maskFurtherPhones(rest ?? '')}`
}

const HAS_LETTER = /\p{L}/u

const maskNote: Mask = (text) => maskFreeText(text, [])

/** The fields of an extract that are masked for who may not see them in the clear (P2), as in the panel. */
const MASKS: Readonly<Record<ImportEntity, Readonly<Record<string, Mask>>>> = {
  customers: {
    name: maskName,
    phone: maskPhoneCell,
    idNumber: maskIdNumber,
    address: maskAddress,
    employer: maskEmployer,
    housing: maskFact,
    income: maskFact,
    marriage: maskFact,
    education: maskFact,
    family: maskFact,
    hobbies: maskFact,
    leaning: maskNote,
  },
  accounts: { key: maskCard },
  transactions: { accountKey: maskCard, note: maskNote },
  loans: { accountKey: maskCard },
  cards: { key: maskCard, accountKey: maskCard, number: maskCard },
}

/** A date, an amount, a short number: it names nobody. */
const PLAIN_NUMBER = /^[-+\d\s.,:/年月日]*$/
/** From so many digits on it may be a phone, a card or an identity number. */
const LONG_NUMBER_DIGITS = 11

/** A cell of which nobody has said yet what it is: whatever is no short number is hidden but for its beginning. */
export function maskUnknownCell(text: string): string {
  const cell = text.trim()
  const digits = cell.replace(/\D/g, '').length
  if (PLAIN_NUMBER.test(cell)) return digits < LONG_NUMBER_DIGITS ? cell : maskCard(cell)
  const points = [...cell]
  return points.length < 2 ? '*'.repeat(points.length) : `${points[0]}***`
}

/** What hides a field of an entity; undefined where it is shown as it is. */
function maskOfField(entity: ImportEntity, field: string): Mask | undefined {
  return MASKS[entity][field]
}

/**
 * What hides a field of a preview; undefined where it is shown as it is. Any column may be mapped to any field, so a field
 * hides by itself only what the header calls the same. Of everything else nobody has said what it is.
 */
export function maskOfMapped(
  entity: ImportEntity,
  field: string,
  source: Expression | undefined,
  header: readonly string[],
): Mask | undefined {
  const own = maskOfField(entity, field)
  const isCalledSo =
    source !== undefined && 'column' in source && columnsFor(entity, header)[field] === source.column
  // A code is one of a few words, whatever it was read from.
  if (isCalledSo || fieldsOf(entity)[field]?.type === 'code') return own
  return (text) => own?.(maskUnknownCell(text)) ?? maskUnknownCell(text)
}

/**
 * What hides each column of a file, in the header's order; undefined for a column that is shown as it is.
 * @param columns target field → column, as far as the header told it
 */
export function masksOfColumns(
  header: readonly string[],
  entity: ImportEntity | null,
  columns: Readonly<Record<string, string>>,
): readonly (Mask | undefined)[] {
  if (entity === null) return header.map(() => maskUnknownCell)
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field]))
  return header.map((column) => {
    const field = fieldOf.get(column)
    return field !== undefined && Object.hasOwn(fieldsOf(entity), field)
      ? maskOfField(entity, field)
      : maskUnknownCell
  })
}
