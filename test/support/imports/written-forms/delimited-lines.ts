import type { Cell } from './cells.ts'
import type { TextForm } from './form.ts'
import type { Column } from './truths.ts'
import type { Place } from './written-file.ts'

const GUARDED = ['key', 'phone']

function guarded(cell: Cell, { guard }: TextForm): string {
  if (cell.empty || !GUARDED.includes(cell.meaning)) return cell.text
  switch (guard) {
    case 'formula':
      return `="${cell.text}"`
    case 'apostrophe':
      return `'${cell.text}`
    case 'backtick':
      return `\`${cell.text}`
    case 'tab':
      return `${cell.text}\t`
    case 'none':
      return cell.text
  }
}

/** Letters behind a backslash in PostgreSQL's COPY and in `mysql -B`. */
const LETTERS: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b' }

function escaped(text: string, delimiter: string, as: 'letters' | 'literal', quoted: boolean): string {
  let out = ''
  for (const char of text) {
    const letter = as === 'letters' ? LETTERS[char] : undefined
    const special =
      char === '\\' || char === '\n' || char === '\r' || (quoted ? char === '"' : delimiter.includes(char))
    if (letter !== undefined) out += `\\${letter}`
    else out += special ? `\\${char}` : char
  }
  return out
}

function quotedField(text: string, mark: string): string {
  const open = mark[0] ?? '"'
  const close = mark[1] ?? open
  return open + text.replaceAll(close, close + close) + close
}

/** Whether a text must be quoted to be one field. */
function needsQuotes(text: string, delimiter: string, mark: string): boolean {
  return (
    /[\r\n]/.test(text) ||
    text.includes(delimiter) ||
    [...delimiter].some((char) => text.includes(char)) ||
    [...mark].some((quote) => text.includes(quote))
  )
}

/** A cell as it stands in the line. */
function written(cell: Cell, form: TextForm): string {
  const { protection, delimiter } = form
  const text = guarded(cell, form)
  if (protection.by === 'nothing') return text
  if (protection.by === 'escapes') {
    if (cell.empty) return text
    const body = escaped(text, delimiter, protection.as, protection.quoted)
    return protection.quoted ? `"${body}"` : body
  }
  const { mark, where } = protection
  const isText = cell.meaning === 'text' || cell.meaning === 'name' || cell.meaning === 'key'
  if (where === 'all' || (where === 'texts' && isText && !cell.empty) || needsQuotes(text, delimiter, mark)) {
    return quotedField(text, mark)
  }
  return text
}

function header(titles: readonly string[], form: TextForm): string {
  const { protection, delimiter } = form
  if (protection.by !== 'quotes') return titles.join(delimiter)
  return titles
    .map((title) => (protection.where === 'all' ? quotedField(title, protection.mark) : title))
    .join(delimiter)
}

const TITLES = ['某某银行某某支行 客户资料清单', '', '导出日期：2026-11-30', '本表仅供内部使用']

function sumLine(columns: readonly (Column | null)[], form: TextForm): string {
  const key = columns.findIndex((column) => column?.field === 'key')
  return columns
    .map((column, at) => {
      if (at === Math.min(0, key)) return '合计'
      return column?.meaning === 'money' ? '12345.60' : ''
    })
    .join(form.delimiter)
}

interface WrittenText {
  readonly text: string
  readonly places: readonly Place[]
  readonly physical: number | null
}

/** Lines of a text as an editor counts them. */
function linesIn(text: string, newline: string): number {
  const ends = text.split(newline).length - 1
  return text === '' || text.endsWith(newline) ? ends : ends + 1
}

const HEADER_EVERY = 3

/** Writes the whole file as text. */
export function writtenLines(
  titles: readonly string[],
  rows: readonly (readonly Cell[])[],
  columns: readonly (Column | null)[],
  form: TextForm,
): WrittenText {
  const { delimiter, endDelimiter, lineEnd } = form
  const ends = endDelimiter === 'no' ? '' : delimiter
  const head = header(titles, form) + (endDelimiter === 'everywhere' ? delimiter : '')
  const lines: { readonly text: string; readonly record: boolean }[] = []
  const add = (text: string, record = false) => lines.push({ text, record })
  for (const title of TITLES.slice(0, form.titles)) add(title)
  if (form.header !== 'none') add(head)
  rows.forEach((cells, at) => {
    if (form.header === 'repeated' && at > 0 && at % HEADER_EVERY === 0) add(head)
    add(cells.map((cell) => written(cell, form)).join(delimiter) + ends, true)
  })
  for (const line of form.below) {
    if (line === 'blank') add('')
    if (line === 'sum') add(sumLine(columns, form) + ends)
    if (line === 'count') add(`共 ${rows.length} 条记录`)
    if (line === 'maker') add('制表人：王某某')
  }
  let text = ''
  const starts: number[] = []
  lines.forEach((line, at) => {
    if (line.record) starts.push(text.length)
    text += line.text
    if (at < lines.length - 1 || form.lastLineEnds) text += endOf(lineEnd, at)
  })
  const newline = lineEnd === '\r' ? '\r' : '\n'
  const lineAt = (place: number) => linesIn(`${text.slice(0, place)}|`, newline)
  const places = starts.map((start, at) => ({
    from: lineAt(start),
    to: lineAt((starts[at + 1] ?? text.length) - 1),
  }))
  return { text, places, physical: isCountable(text, lines.length, form) ? linesIn(text, newline) : null }
}

/**
 * Whether a reader can know how many lines the file has. One record whose line never ends, with a line feed in a field, is
 * the same text in a file that returns end and in one that line feeds end: one line in the first and two in the other.
 */
function isCountable(text: string, lines: number, { lineEnd, lastLineEnds }: TextForm): boolean {
  if (lineEnd === 'mixed-returns') return false
  const endsNowhere = lines === 1 && !lastLineEnds
  return !(lineEnd === '\r' && endsNowhere && text.includes('\n'))
}

function endOf(lineEnd: TextForm['lineEnd'], at: number): string {
  if (lineEnd === 'mixed') return at % 3 === 1 ? '\n' : '\r\n'
  if (lineEnd === 'mixed-returns') return ['\r\n', '\n', '\r'][at % 3] ?? '\n'
  return lineEnd
}
