/** From so many characters on a line's beginning can be compared with a key. */
const SHORTEST_KEY = 2

/** A text's form: digits and letters by their kind, everything else as it stands. */
function formOf(text: string): string {
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
