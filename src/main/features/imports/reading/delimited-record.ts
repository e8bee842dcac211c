/**
 * Why a text is not one whole record: `open` may still become one when the next line is added, `malformed` never will.
 */
export type RecordFault = 'open' | 'malformed'

/** Field and the position after its delimiter, or -1 when it was the last one. */
interface QuotedField {
  readonly value: string
  readonly next: number
}

function quotedField(
  text: string,
  start: number,
  delimiter: string,
  quote: string,
): QuotedField | RecordFault {
  let from = start + 1
  let value = ''
  for (;;) {
    const close = text.indexOf(quote, from)
    if (close < 0) return 'open'
    const after = close + 1
    if (after === text.length) return { value: value + text.slice(from, close), next: -1 }
    if (text.startsWith(delimiter, after)) return { value: value + text.slice(from, close), next: after + 1 }
    if (!text.startsWith(quote, after)) return 'malformed'
    value += text.slice(from, after)
    from = after + 1
  }
}

function splitQuoted(text: string, delimiter: string, quote: string): string[] | RecordFault {
  const fields: string[] = []
  let at = 0
  while (at >= 0) {
    if (text.startsWith(quote, at)) {
      const field = quotedField(text, at, delimiter, quote)
      if (typeof field === 'string') return field
      fields.push(field.value)
      at = field.next
      continue
    }
    const end = text.indexOf(delimiter, at)
    fields.push(end < 0 ? text.slice(at) : text.slice(at, end))
    at = end < 0 ? -1 : end + 1
  }
  return fields
}

/**
 * Splits one record by RFC 4180: a quote counts only at the start of a field and is doubled inside; in the middle of
 * a plain field it is a character like any other, as spreadsheets treat it.
 * @param text the record without its line end
 * @param quote empty when the file has no quoting
 */
export function splitRecord(text: string, delimiter: string, quote: string): string[] | RecordFault {
  if (quote === '' || !text.includes(quote)) return text.split(delimiter)
  return splitQuoted(text, delimiter, quote)
}
