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
  /** True when a backslash takes the next character out of its role, as unloads of databases write it. */
  readonly escape: boolean
  /** True where nothing tells whether backslashes escape: a field that has two readings is not believed. */
  readonly escapeUnclear: boolean
  /** False when no field holds a line end in quotes: then an open quote is damage. */
  readonly lineBreaks: boolean
  /** True when every record ends with one more delimiter. */
  readonly endDelimiter: boolean
  /** `\r` only in files of the classic Mac form, which have no `\n` at all. */
  readonly newline: '\n' | '\r'
  /** True for encodings of the GBK family, where half a character swallows the delimiter behind it. */
  readonly halfCharacters: boolean
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
  escape: false,
  escapeUnclear: false,
  lineBreaks: false,
  endDelimiter: false,
  newline: '\n',
  halfCharacters: false,
}
