const SEPARATOR = ';'

/** What cannot be typed into a line of text, as the profile writes it. */
const TYPED: Readonly<Record<string, string>> = { '\t': '\\t', '\u0001': '\\001', '\u001d': '\\x1d' }

/** A delimiter as a person types it. */
export function delimiterText(delimiter: string): string {
  return TYPED[delimiter] ?? delimiter
}

/** The delimiter that was typed; nothing is `auto`. A tab is kept as the profile writes it. */
export function delimiterOf(text: string): string {
  return text === '' ? 'auto' : text
}

/** Several texts as one line. */
export function listText(texts: readonly string[] | undefined): string {
  return texts?.join(SEPARATOR) ?? ''
}

/** The texts of a line; undefined where there is none, so that the product's own list applies. */
export function listOf(text: string): string[] | undefined {
  return text === '' ? undefined : text.split(SEPARATOR)
}
