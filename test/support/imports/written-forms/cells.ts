import type { FixedForm, Form, TextForm } from './form.ts'
import { type Column, type Meaning, meansElse, type Table, type Truth } from './truths.ts'
import { writtenDate, writtenMoney } from './values.ts'

/** What is to stand in a cell, before the file's way to protect it. */
export interface Cell {
  readonly text: string
  readonly meaning: Meaning | 'spare'
  readonly empty: boolean
}

const LINE_ENDS = /[\r\n]+/g
/** Quotes round the whole text, of one kind. */
const WRAPPED = /^(?:".*"|'.*'|“.*”)$/su
/** Characters that nothing keeps apart from delimiters and quotes. */
function bare(text: string, { delimiter }: TextForm): string {
  let plain = text.replace(LINE_ENDS, '')
  for (const char of delimiter.trim() === '' ? delimiter : delimiter.trim())
    plain = plain.replaceAll(char, '')
  return plain.trim()
}

function keptText(text: string, form: Form): string {
  const { file, says } = form
  if (file.as === 'fixed') return text.replace(/\s+/g, ' ').trim()
  if (file.as === 'workbook') return text
  if (file.protection.by !== 'nothing') return text
  const plain = bare(text, file)
  // a text that its own quotes wrap is the same as one that its writer has quoted, unless somebody says that nothing is
  return says !== 'everything' && WRAPPED.test(plain) ? `文${plain}` : plain
}

/** A record as far as a form without any protection can hold it. */
export function keptFor(truth: Truth, { columns }: Table, form: Form): Truth {
  return Object.fromEntries(
    columns.map(({ field, meaning }) => {
      const value = truth[field] ?? ''
      const words = meaning === 'text' || meaning === 'name' || meaning === 'key'
      const plain = words && value !== '' ? keptText(value, form) : value
      const gone = words && value !== '' && (plain === '' || (meaning === 'text' && meansElse(plain)))
      return [field, gone ? '空白' : plain]
    }),
  )
}

function emptyText({ file, nothing }: Form): string {
  if (file.as === 'delimited' && file.protection.by === 'escapes') return file.protection.nulls
  return nothing === 'blanks' ? '  ' : nothing
}

function moneyText(fen: string, form: Form): string {
  if (form.file.as === 'fixed') return fixedMoney(fen, form.file)
  const written = writtenMoney(fen, form.numbers)
  const { file } = form
  // nobody groups figures by the delimiter without quoting them
  const clashes =
    file.as === 'delimited' &&
    file.protection.by === 'nothing' &&
    [...file.delimiter].some((each) => written.includes(each))
  return clashes ? plainMoney(fen, form) : written
}

/** Without any mark that may delimit, as far as the profile lets. */
function plainMoney(fen: string, form: Form): string {
  const written = writtenMoney(fen, form.numbers === 'grouped-comma' ? 'decimal-comma' : 'plain')
  return form.numbers.endsWith('comma') ? written : written.replace(/^-/, '-')
}

const POSITIVE = '{ABCDEFGHI'
const NEGATIVE = '}JKLMNOPQR'

function fixedMoney(fen: string, { numbers }: FixedForm): string {
  if (numbers === 'plain') return writtenMoney(fen, 'plain')
  const negative = fen.startsWith('-')
  const digits = fen.replace('-', '').padStart(17, '0')
  if (numbers === 'implied') return `${negative ? '-' : '+'}${digits}`
  const last = Number(digits.slice(-1))
  return digits.slice(0, -1) + ((negative ? NEGATIVE : POSITIVE)[last] ?? '')
}

function cellText(value: string, meaning: Meaning, form: Form): string {
  if (meaning === 'money') return moneyText(value, form)
  if (meaning === 'date') return writtenDate(value, form.dates)
  return value
}

export function cellsOf(truth: Truth, columns: readonly (Column | null)[], form: Form): readonly Cell[] {
  return columns.map((column) => {
    if (column === null) return { text: '', meaning: 'spare', empty: true }
    const { field, meaning } = column
    const value = truth[field] ?? ''
    if (value === '') return { text: emptyText(form), meaning, empty: true }
    return { text: cellText(value, meaning, form), meaning, empty: false }
  })
}
