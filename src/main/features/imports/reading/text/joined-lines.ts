import type { QuotePair } from './dialect.ts'

/** From so many characters on a line's beginning can be compared with a key. */
const SHORTEST_KEY = 2

/** A text's form: digits and letters by their kind, everything else as it stands. */
export function formOf(text: string): string {
  return text.replace(/\d/g, '9').replace(/[A-Za-z]/g, 'A')
}

function delimitersIn(line: string, delimiter: string): number {
  return line.split(delimiter).length - 1
}

/**
 * Whether a record that was joined from several lines by an open quote may have swallowed other people's records: a
 * line inside it is as wide as the header, or begins with what looks like the key of the next record.
 * @param fields the record's fields; one of them holds a line end
 */
export function swallowsRecords(fields: readonly string[], delimiter: string, newline: string): boolean {
  const width = fields.length
  if (width < 2) return false
  const keyForm = formOf(fields[0] ?? '')
  return fields.some((field, at) => {
    if (!field.includes(newline)) return false
    const lines = field.split(newline)
    return lines.some((line, index) => {
      const delimiters = delimitersIn(line, delimiter)
      if (delimiters === 0) return false
      // the first line stands behind the fields before it, the last one before those behind it
      if (index === 0) return at + delimiters === width - 1
      if (index === lines.length - 1 && delimiters === at) return true
      const start = line.slice(0, line.indexOf(delimiter)).trim()
      const isKey = at > 0 && start.length >= SHORTEST_KEY && /\d/.test(start) && formOf(start) === keyForm
      return isKey || (index < lines.length - 1 && delimiters >= width - 1)
    })
  })
}

/**
 * Whether a line, as wide as a record, ends the quoted field that an earlier line left open: it closes a quote that it
 * does not open, in the column in which the other one was opened, and does not begin as the record of the other did.
 */
export function endsOpenField(open: string, line: string, delimiter: string, quote: QuotePair): boolean {
  // lone carriage returns may end other records on the same line
  const before = open.slice(open.lastIndexOf('\r') + 1).split(delimiter)
  const fields = line.split(delimiter)
  const opened = before.findLastIndex((field) => {
    const text = field.trim()
    return text.startsWith(quote.open) && (text.length === 1 || !text.endsWith(quote.close))
  })
  const closed = fields.findIndex((field) => {
    const text = field.trim()
    return text.endsWith(quote.close) && !(text.length > 1 && text.startsWith(quote.open))
  })
  if (closed < 0 || closed !== opened) return false
  return opened === 0 || formOf(fields[0] ?? '') !== formOf(before[0] ?? '')
}
