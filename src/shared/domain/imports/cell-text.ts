import { toHalfWidth } from '../text/half-width.ts'

/** Free text keeps more of what stands in a cell than numbers, codes and keys do, where a guard is never content. */
export type CellKind = 'code' | 'text'

/** What a cell says: without blanks at its ends, without what an export put round it, empty for a word that means null. */
export type CellReader = (raw: string) => string

/** How databases, programs and people write that there is nothing. */
const NULL_WORDS = [
  '\\N',
  'NULL',
  'Null',
  'null',
  '(NULL)',
  '(null)',
  '<NULL>',
  '<null>',
  '[NULL]',
  '[null]',
  '<NA>',
  'N/A',
  'n/a',
  'NaN',
  'nan',
  'NaT',
  'None',
  'nil',
  // R, where nobody has said otherwise
  'NA',
]
/** Nothing in a list of people, but nought in an accountant's format: not for amounts. */
const DASHES = ['-', '--', '---', '－', '–', '—', '——', '/']

/** The texts that count as empty where a profile does not say so itself. */
export const DEFAULT_NULLS: ReadonlySet<string> = new Set([...NULL_WORDS, ...DASHES])
export const DEFAULT_AMOUNT_NULLS: ReadonlySet<string> = new Set(NULL_WORDS)
export const NO_NULLS: ReadonlySet<string> = new Set()

/** Zero-width characters, direction marks of copied text, byte order marks; joiners belong to what they join. */
const INVISIBLE = '\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff'
const INVISIBLE_ENDS = new RegExp(`^[\\s${INVISIBLE}]+|[\\s${INVISIBLE}]+$`, 'g')
const INVISIBLE_ANYWHERE = new RegExp(`[${INVISIBLE}\\u200c\\u200d\\ufe00-\\ufe0f]+`, 'g')

/** `="000123"`, `=T("000123")`, and both with the quotes doubled once more than they should be. */
const FORMULA = /^=\s?(?:T\()?("{1,3})([^"]*(?:""[^"]*)*?)\1\)?$/i
const DOUBLED_QUOTE = /""/g
const QUOTED = /^(?:"+([^"]*)"+|'([^']*)'|“([^”]*)”|‘([^’]*)’|`([^`]*)`|\[([0-9A-Za-z]*)\])$/
const APOSTROPHE = /^['`´‘’＇｀]/
/** What an apostrophe keeps a spreadsheet from changing: numbers, and what would be a formula. */
const GUARDED_TEXT = /^(?:['`＇｀](?=[=+@-]|[\d .,:/+-]+$)|['`](?=\p{Script=Han}[^'’`]*$))/u
/** A tab written as two characters. */
const WRITTEN_TABS = /^(?:\\t)+|(?:\\t)+$/g

function withoutOneGuard(text: string, kind: CellKind): string {
  const bare = text.replace(INVISIBLE_ENDS, '')
  const formula = FORMULA.exec(bare)
  if (formula) return (formula[2] ?? '').replace(DOUBLED_QUOTE, '"')
  if (kind === 'text') return bare.replace(GUARDED_TEXT, '')
  const quoted = QUOTED.exec(bare)
  if (quoted) return quoted.slice(1).find((inner) => inner !== undefined) ?? ''
  return bare.replace(WRITTEN_TABS, '').replace(APOSTROPHE, '')
}

/** Guards stand inside each other where a file went through two programs. */
function withoutGuards(text: string, kind: CellKind): string {
  let plain = text
  for (;;) {
    const next = withoutOneGuard(plain, kind)
    if (next === plain) return plain
    plain = next
  }
}

/** Beginnings of guards; null words bring their own. */
const GUARD_BEGINNINGS = '="\'`[\\'
const ASCII_END = 128
const LOWER_T = 116
const BACKSLASH = 92
const BLANK = 32
const DELETE = 127
const WIDE_BLANK = 0x3000
const QUOTE = 34
/** Between general punctuation and the compatibility forms nothing guards and nothing is invisible. */
const FIRST_HAN = 0x2e80
const LAST_HAN = 0xfe00

/** First characters at which a guard or a null word may begin. */
function beginnings(nulls: ReadonlySet<string>): Uint8Array {
  const first = new Uint8Array(ASCII_END)
  for (const char of GUARD_BEGINNINGS) first[char.charCodeAt(0)] = 1
  for (const word of nulls) {
    const code = word.charCodeAt(0)
    if (code < ASCII_END) first[code] = 1
  }
  return first
}

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code < LAST_HAN
}

/** Whether neither end can be a blank: a look at two characters is cheaper than trimming. */
function hasBareEnds(text: string): boolean {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))
}

/** Any printing character of ASCII, or of the blocks from Kangxi's radicals to the private ones but the wide blank. */
function isInk(code: number): boolean {
  return code < ASCII_END ? code > BLANK && code < DELETE : isHan(code) && code !== WIDE_BLANK
}

/** Half a guard at the end: a quote, or a tab written as `\\t`. */
function endsGuarded(text: string, last: number): boolean {
  return last === QUOTE || (last === LOWER_T && text.charCodeAt(text.length - 2) === BACKSLASH)
}

/**
 * Prepares the reading of cells of one kind; to be made once a file, because it is asked for every cell. Nearly all cells
 * are told to be plain by their first and last character.
 * @param nulls texts that mean nothing
 */
export function cellReader(kind: CellKind, nulls: ReadonlySet<string>): CellReader {
  const first = beginnings(nulls)
  const hanNull = [...nulls].some((word) => isHan(word.charCodeAt(0)))

  function readDoubtful(text: string): string {
    if (nulls.has(text)) return ''
    const plain = withoutGuards(text, kind)
    return nulls.has(plain) ? '' : plain
  }

  return (raw) => {
    const text = hasBareEnds(raw) ? raw : raw.trim()
    if (text.length === 0) return text
    const begin = text.charCodeAt(0)
    if (begin < ASCII_END ? first[begin] === 1 : hanNull || !isHan(begin)) return readDoubtful(text)
    const last = text.charCodeAt(text.length - 1)
    if (last >= ASCII_END ? !isHan(last) : endsGuarded(text, last)) return readDoubtful(text)
    return text
  }
}

/** @returns the text without characters that nobody sees, for keys and numbers */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE_ANYWHERE, '')
}

const NOUGHTS_BEHIND = /^(\d+)\.0+$/

/** A code as lists of codes have it: half width, nothing invisible, and without the `.0` of a column read as numbers. */
export function plainCode(text: string): string {
  return withoutInvisible(toHalfWidth(text)).trim().replace(NOUGHTS_BEHIND, '$1')
}
