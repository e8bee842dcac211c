import { workbook } from '../written-workbook.ts'
import type { Cell } from './cells.ts'
import type { SheetForm } from './form.ts'
import type { Column, Truth } from './truths.ts'
import { serialOf } from './values.ts'
import type { Place } from './written-file.ts'

const FORMATS = ['yyyy"年"m"月"d"日"', '#,##0.00', '0.00_);[Red](0.00)']
const DATE_STYLE = 1
const AMOUNT_STYLE = 2

function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;')
}

function letters(column: number): string {
  return String.fromCharCode(65 + column)
}

function yuan(fen: string): string {
  const digits = fen.replace('-', '').padStart(3, '0')
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A workbook with the table behind some lines of titles. */
export function sheetOf(
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  columns: readonly (Column | null)[],
  truths: readonly Truth[],
  form: SheetForm,
): { readonly bytes: Buffer; readonly places: readonly Place[] } {
  const texts: string[] = []

  function textCell(place: string, text: string): string {
    const body = `<t xml:space="preserve">${markup(text)}</t>`
    if (form.keys !== 'shared') return `<c r="${place}" t="inlineStr"><is>${body}</is></c>`
    return `<c r="${place}" t="s"><v>${texts.push(body) - 1}</v></c>`
  }

  function cell(place: string, { text, empty }: Cell, column: Column | null, truth: Truth): string {
    if (column === null || (empty && text === '')) return ''
    if (empty) return textCell(place, text)
    const value = truth[column.field] ?? ''
    if (column.meaning === 'money' && form.amounts !== 'text') {
      const style = form.amounts === 'number' ? '' : ` s="${AMOUNT_STYLE}"`
      return `<c r="${place}"${style}><v>${yuan(value)}</v></c>`
    }
    if (column.meaning === 'date' && form.dates === 'serial') {
      return `<c r="${place}" s="${DATE_STYLE}"><v>${serialOf(value, form.date1904)}</v></c>`
    }
    if (column.meaning === 'date' && form.dates === 'iso-cell') {
      return `<c r="${place}" s="${DATE_STYLE}" t="d"><v>${value}T00:00:00</v></c>`
    }
    return textCell(place, text)
  }

  const head = form.titles + 1
  const lines = [
    ...Array.from(
      { length: form.titles },
      (_, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, '客户资料清单')}</row>`,
    ),
    `<row r="${head}">${titles.map((title, at) => textCell(`${letters(at)}${head}`, title)).join('')}</row>`,
    ...rows.map((cells, row) => {
      const line = head + row + 1
      const inside = cells.map((each, at) =>
        cell(`${letters(at)}${line}`, each, columns[at] ?? null, truths[row] ?? {}),
      )
      return `<row r="${line}">${inside.join('')}</row>`
    }),
  ]
  const bytes = workbook({
    sheets: [{ name: '清单', rows: lines.join('') }],
    formats: FORMATS,
    date1904: form.date1904,
    ...(form.keys === 'shared' ? { texts } : {}),
  })
  return { bytes, places: rows.map((_, row) => ({ from: head + row + 1, to: head + row + 1 })) }
}
