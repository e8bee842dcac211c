import { bracketCurrency, type ShownUnit, shownUnit } from './shown-unit.ts'

/** One piece of what a section shows: text as it is, a place for a digit, or the whole number. */
type Piece =
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'digit'; readonly mark: '0' | '#' | '?' }
  | { readonly is: 'general' | 'text' }

/**
 * What a section makes of a number. `whole` shows whole numbers digit by digit, `label` a word in place of any, `unit` the
 * number in another unit than it holds (`0.00"万"`).
 */
export type SectionKind = 'plain' | 'whole' | 'label' | 'unit' | 'percent' | 'date' | 'time' | 'elapsed'

interface Section {
  readonly kind: SectionKind
  readonly pieces: readonly Piece[]
  readonly condition: { readonly sign: string; readonly limit: number } | null
  /** Of the kind `unit` only. */
  readonly unit: ShownUnit | null
}

/** A cell's number format, as far as it changes what the cell means. */
export interface NumberFormat {
  readonly sections: readonly Section[]
  /** False where every section shows the plain number. */
  readonly speaks: boolean
  /** What is shown around text: `"A"@` shows `A12` for `12`. */
  readonly around: { readonly before: string; readonly after: string } | null
}

interface Found {
  pieces: Piece[]
  condition: Section['condition']
  day: boolean
  month: boolean
  time: boolean
  elapsed: boolean
  percent: boolean
  /** A decimal mark, thousands, an exponent or a fraction: more than places for digits. */
  figures: boolean
  /** Shown smaller than it is: thousands left out by a last comma, or by a decimal mark that is text. */
  scaled: boolean
  /** Of a bracket: `[$US$-409]`. */
  currency: string
}

const CONDITION = /^([<>=]{1,2})(-?\d+(?:\.\d+)?)$/
const ELAPSED = /^(?:h+|m+|s+)$/i
const GENERAL = /^(?:general|G\/通用格式|standard)/i
const NOON = /^(?:AM\/PM|A\/P|上午\/下午)/i

function bracket(inside: string, found: Found): void {
  const condition = CONDITION.exec(inside)
  if (condition) found.condition = { sign: condition[1] ?? '', limit: Number(condition[2]) }
  else if (ELAPSED.test(inside)) found.elapsed = true
  else if (inside.startsWith('$')) found.currency += bracketCurrency(inside.slice(1))
}

function literal(found: Found, text: string): void {
  if (text === '') return
  found.pieces.push({ is: 'literal', text })
  // a decimal mark that is shown and not meant: the number is scaled to fit it (`0!.0,"万"`)
  if (text === '.' && hasDigits(found)) {
    found.figures = true
    found.scaled = true
  }
}

function hasDigits(found: Found): boolean {
  return found.pieces.some(({ is }) => is === 'digit')
}

/** One mark outside quotes. @returns how many characters it took */
function mark(code: string, at: number, found: Found): number {
  const rest = code.slice(at, at + 8)
  const general = GENERAL.exec(rest)
  if (general) {
    found.pieces.push({ is: 'general' })
    return general[0].length
  }
  const noon = NOON.exec(rest)
  if (noon) {
    found.time = true
    return noon[0].length
  }
  const sign = rest.charAt(0)
  if (sign === '0' || sign === '#' || sign === '?') found.pieces.push({ is: 'digit', mark: sign })
  else if (sign === '@') found.pieces.push({ is: 'text' })
  else if (sign === '%') found.percent = true
  else if (sign === '.') found.figures = true
  else if (sign === ',') {
    found.figures ||= hasDigits(found)
    found.scaled ||= hasDigits(found) && !/[0#?]/.test(rest.charAt(1))
  } else if (/^E[+-]/i.test(rest) && hasDigits(found)) found.figures = true
  else if (sign === '/' && hasDigits(found)) found.figures = true
  else if (/[ydegba]/i.test(sign)) found.day = true
  else if (/m/i.test(sign)) found.month = true
  else if (/[hs]/i.test(sign)) found.time = true
  else literal(found, sign)
  return 1
}

function kindOf(found: Found): SectionKind {
  if (found.elapsed) return 'elapsed'
  if (found.percent) return 'percent'
  const digits = hasDigits(found)
  if (found.day && !(digits && !found.time)) return 'date'
  if (found.time) return 'time'
  if (found.month && !digits) return 'date'
  const numbers = digits || found.pieces.some(({ is }) => is === 'general')
  if (numbers && !isPadded(found) && !found.scaled && unitOf(found) !== null) return 'unit'
  if (found.figures) return 'plain'
  if (numbers) return isPlain(found) ? 'plain' : 'whole'
  if (found.pieces.some(({ is }) => is === 'text')) return 'plain'
  return found.pieces.some((piece) => piece.is === 'literal' && /\p{L}/u.test(piece.text)) ? 'label' : 'plain'
}

function zerosOf({ pieces }: Found): number {
  return pieces.filter((piece) => piece.is === 'digit' && piece.mark === '0').length
}

/** Whole numbers with noughts in front: a key's form, whatever letters stand beside them. */
function isPadded(found: Found): boolean {
  return !found.figures && zerosOf(found) > 1
}

/** Shows a whole number as its digits and nothing else. */
function isPlain(found: Found): boolean {
  const { pieces } = found
  const shows = pieces.some((piece) => piece.is === 'general' || (piece.is === 'digit' && piece.mark !== '?'))
  if (!shows) return true
  return zerosOf(found) <= 1 && pieces.every((piece) => piece.is !== 'literal' || piece.text.trim() === '')
}

function readSection(code: string, start: number): { section: Section; text: boolean; next: number } {
  const found: Found = {
    pieces: [],
    condition: null,
    day: false,
    month: false,
    time: false,
    elapsed: false,
    percent: false,
    figures: false,
    scaled: false,
    currency: '',
  }
  let at = start
  while (at < code.length && code.charAt(at) !== ';') {
    const sign = code.charAt(at)
    if (sign === '"' || sign === '[') {
      const end = code.indexOf(sign === '"' ? '"' : ']', at + 1)
      const inside = code.slice(at + 1, end < 0 ? code.length : end)
      if (sign === '"') literal(found, inside)
      else bracket(inside, found)
      at = end < 0 ? code.length : end + 1
    } else if (sign === '\\' || sign === '!') {
      literal(found, code.charAt(at + 1))
      at += 2
    } else if (sign === '_' || sign === '*') {
      at += 2
    } else {
      at += mark(code, at, found)
    }
  }
  const kind = kindOf(found)
  const unit = kind === 'unit' ? unitOf(found) : null
  const section = { kind, pieces: found.pieces, condition: found.condition, unit }
  return { section, text: found.pieces.some(({ is }) => is === 'text'), next: at + 1 }
}

/** The unit that a section shows with its number, as `shownUnit` has it. */
function unitOf({ pieces, currency }: Found): ShownUnit | null {
  const isPlace = ({ is }: Piece) => is === 'digit' || is === 'general'
  const first = pieces.findIndex(isPlace)
  const last = pieces.findLastIndex(isPlace)
  if (literalsOf(pieces.slice(first, last)).trim() !== '') return null
  return shownUnit(currency + literalsOf(pieces.slice(0, first)), literalsOf(pieces.slice(last + 1)))
}

function literalsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.is === 'literal' ? piece.text : '')).join('')
}

function aroundText({ pieces }: Section): NumberFormat['around'] {
  const place = pieces.findIndex(({ is }) => is === 'text')
  const before = literalsOf(pieces.slice(0, place))
  const after = literalsOf(pieces.slice(place + 1))
  return (before + after).trim() === '' ? null : { before, after }
}

export const GENERAL_FORMAT: NumberFormat = { sections: [], speaks: false, around: null }

/**
 * Reads a number format (ECMA-376 part 1, 18.8.31), in the letters that files use whatever the program's language.
 * Nothing in it can fail: a format that makes no sense shows the plain number.
 */
export function readNumberFormat(code: string): NumberFormat {
  const sections: Section[] = []
  let around: NumberFormat['around'] = null
  let at = 0
  while (at < code.length && sections.length < 4) {
    const { section, text, next } = readSection(code, at)
    if (text) around = aroundText(section)
    // a last section for text is none for numbers
    if (!text || sections.length === 0) sections.push(section)
    at = next
  }
  return { sections, around, speaks: sections.some(({ kind }) => kind !== 'plain') }
}

const PLAIN_SECTION: Section = { kind: 'plain', pieces: [], condition: null, unit: null }

function meets(value: number, { sign, limit }: NonNullable<Section['condition']>): boolean {
  if (sign === '=') return value === limit
  if (sign === '<>') return value !== limit
  if (sign === '<') return value < limit
  if (sign === '<=') return value <= limit
  return sign === '>' ? value > limit : value >= limit
}

/** The section that shows a number: the first whose condition it meets, else by its sign. */
export function sectionFor({ sections }: NumberFormat, value: number): Section {
  if (sections.some(({ condition }) => condition !== null)) {
    const met = sections.find(({ condition }) => condition !== null && meets(value, condition))
    return met ?? sections.find(({ condition }) => condition === null) ?? PLAIN_SECTION
  }
  const [positive = PLAIN_SECTION, negative, zero] = sections
  if (value < 0) return negative ?? positive
  return value === 0 ? (zero ?? positive) : positive
}

/**
 * A whole number as a section shows it: `0000000007`, `A007`, `138-0013-8000`.
 * @param value whole, not negative
 * @param general how it is shown without a format
 */
export function shownWhole({ pieces }: Section, value: number, general: string): string {
  const places = pieces.filter(({ is }) => is === 'digit').length
  const digits = value === 0 ? '' : String(value)
  let missing = places - digits.length
  let at = 0
  let first = true
  let shown = ''
  for (const piece of pieces) {
    if (piece.is === 'literal') shown += piece.text
    else if (piece.is === 'general') shown += general
    else if (piece.is === 'digit') {
      if (first && missing < 0) {
        at = -missing
        shown += digits.slice(0, at)
      }
      first = false
      if (missing > 0) {
        missing--
        if (piece.mark === '0') shown += '0'
      } else {
        shown += digits.charAt(at)
        at++
      }
    }
  }
  return shown.trim()
}

/** The word that stands in place of a number: `[=1]"男"`. */
export function labelOf({ pieces }: Section): string {
  return literalsOf(pieces).trim()
}
