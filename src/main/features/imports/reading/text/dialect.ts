/** How the records of a text file are written. Decided once a file, before its first record. */
export interface Dialect {
  /** One or more characters. */
  readonly delimiter: string
  /** The opening and the closing quote; null when the file has no quoting. */
  readonly quote: QuotePair | null
  /**
   * True when a quote that is never closed is text (`6寸"`), as in a file that quotes nothing: see `quotesAreText`.
   */
  readonly strayQuotes: boolean
  /** What takes the next character out of its role; null where nothing does. */
  readonly escape: EscapeRule | null
  /** What every line begins with, in front of its first field (MySQL's LINES STARTING BY); empty in almost every file. */
  readonly linePrefix: string
  /** True where nothing tells whether backslashes escape: a field that has two readings is not believed. */
  readonly escapeUnclear: boolean
  /** False when no field holds a line end in quotes: then an open quote is damage. */
  readonly lineBreaks: boolean
  /** True when every record ends with one more delimiter. */
  readonly endDelimiter: boolean
  /**
   * `\n`, or `\r` in files of the classic Mac form, which have no `\n` at all; ASCII's record separator, or what the profile
   * says.
   */
  readonly newline: string
  /** True for encodings of the GBK family, where half a character swallows the delimiter behind it. */
  readonly halfCharacters: boolean
}

/** How a file takes a character out of its role. */
export interface EscapeRule {
  readonly mark: string
  /** True where letters behind the mark stand for control characters, and `\N` for NULL. */
  readonly letters: boolean
  /** True where the mark escapes a closing quote in quotes, and is a character everywhere else. */
  readonly quotesOnly: boolean
}

/** What unloads of databases write. */
export const BACKSLASH: EscapeRule = { mark: '\\', letters: true, quotesOnly: false }
/** What programs write that escape quotes but no backslashes: Spark, Python before 3.11, json2csv. */
export const BACKSLASH_QUOTES: EscapeRule = { mark: '\\', letters: false, quotesOnly: true }

/** @param mark what stands in front of delimiters, quotes, line ends and itself, as Python's `escapechar` */
export function escapedBy(mark: string): EscapeRule {
  return { mark, letters: false, quotesOnly: false }
}

export interface QuotePair {
  readonly open: string
  readonly close: string
}

/** The quote of RFC 4180. */
export const DOUBLE_QUOTE: QuotePair = { open: '"', close: '"' }
export const SINGLE_QUOTE: QuotePair = { open: "'", close: "'" }
/** What Chinese input methods and word processors make of a straight quote. */
export const CURLED_QUOTE: QuotePair = { open: '“', close: '”' }

/** Comma, double quotes, one line a record. */
export const PLAIN_DIALECT: Dialect = {
  delimiter: ',',
  quote: DOUBLE_QUOTE,
  strayQuotes: false,
  escape: null,
  linePrefix: '',
  escapeUnclear: false,
  lineBreaks: false,
  endDelimiter: false,
  newline: '\n',
  halfCharacters: false,
}
