import { toHalfWidth } from './half-width.ts'
import { type PhoneKind, readPhone } from './phone.ts'

/** A number with what a cell says beside it. */
export interface PhoneEntry {
  /** As `readPhone` stores it. */
  readonly number: string
  readonly kind: PhoneKind
  /** Of a switchboard, or of a number that an app gives out in place of the real one. */
  readonly extension: string | null
  /** Whose it is, in the cell's own words: 妻, 办公, a name. */
  readonly relation: string | null
}

export type ReadPhoneCell =
  | {
      readonly ok: true
      /** The first number, which is the person's phone, and the others in their order. */
      readonly entries: readonly [PhoneEntry, ...PhoneEntry[]]
      /** Something stands in the cell besides them that is no number. */
      readonly unread: boolean
    }
  | { readonly ok: false; readonly reason: 'letters' | 'length' | 'empty' | 'rounded' }

/** Longer cells are a slipped column. Our own default. */
const LONGEST_CELL = 200
const MOST_UNITS = 4 * LONGEST_CELL
const MOST_ENTRIES = 10
/** Nearly every cell. One with more digits, or fewer, may still be two numbers, or none. */
const ONLY_DIGITS = /^\d{7,12}$/

/** What spreadsheets put around digits so that they stay text: `'139…`, `="139…"`, `"139…"`. */
const GUARDS = /^\s*(?:=\s*"|['’‘`"“]+)|["'”’`]+\s*$/g
/** Every other dash, so that one alone parts the groups of a number. */
const DASHES = /[‐‑‒–—―−﹣]|(?<=\d)[~～](?=\d)/g
/** A number that a cell kept as a number. */
const ZERO_FRACTION = /(?<=\d{7})\.0+(?!\d)/g
/** Short as a rounded number is (1.39E+10), whose digits are gone; with all of them it is exact. */
const EXPONENT = /^\+?(\d)(?:\.(\d+))?E\+?0*(\d{1,2})$/i

/** What stands between two numbers of a cell; a dot or a dash stands within one. */
const BETWEEN =
  /[/\\、;；,，|｜\r\n\t\v\f\u2028\u2029&]+|\s*(?:或者?|及|(?<=\d\s*)和(?=\s*\+?\d)|\bor\b|\band\b)\s*/giu

/**
 * A cell with phones as people keep them: several numbers, extensions, whose they are. Of `13800000301/13900000301`
 * the first is the phone. Nothing is guessed: what is no number beside one that is, is said (`unread`).
 */
export function readPhoneCell(text: string): ReadPhoneCell {
  if (text.length > MOST_UNITS) return { ok: false, reason: 'length' }
  if (ONLY_DIGITS.test(text)) {
    const read = readPhone(text)
    if (read.ok) return found([{ number: read.number, kind: read.kind, extension: null, relation: null }])
  }
  const plain = tidied(text)
  if (plain === '') return { ok: false, reason: 'empty' }
  if (plain.length > LONGEST_CELL) return { ok: false, reason: 'length' }
  const exponent = EXPONENT.exec(plain)
  if (exponent !== null) return readExponent(exponent)
  const pieces = withWordsBehind(plain.split(BETWEEN).flatMap((piece) => numbersIn(piece.trim())))
  const entries = pieces.filter((piece) => typeof piece !== 'string').slice(0, MOST_ENTRIES)
  const [first, ...others] = entries
  if (first !== undefined) {
    const unread = entries.length < pieces.length
    return found([first, ...withoutRepeats(first, others)], unread)
  }
  return { ok: false, reason: reasonOf(readPhone(plain)) }
}

function found(entries: readonly [PhoneEntry, ...PhoneEntry[]], unread = false): ReadPhoneCell {
  return { ok: true, entries, unread }
}

function reasonOf(read: ReturnType<typeof readPhone>): 'letters' | 'length' | 'empty' {
  return read.ok ? 'length' : read.reason
}

function tidied(text: string): string {
  return toHalfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .replace(GUARDS, '')
    .replace(DASHES, '-')
    .replace(ZERO_FRACTION, '')
    .trim()
}

function readExponent([, whole = '', fraction = '', exponent = '']: RegExpExecArray): ReadPhoneCell {
  if (fraction.length < Number(exponent)) return { ok: false, reason: 'rounded' }
  const read = readPhone(whole + fraction.slice(0, Number(exponent)))
  const exact = /^0*$/.test(fraction.slice(Number(exponent)))
  if (!read.ok || !exact) return { ok: false, reason: 'length' }
  return found([{ number: read.number, kind: read.kind, extension: null, relation: null }])
}

/** The same number under another word stands once: a bank's system repeats the phone as the contact's. */
function withoutRepeats(first: PhoneEntry, others: readonly PhoneEntry[]): PhoneEntry[] {
  const seen = new Set([`${first.number}#${first.extension ?? ''}`])
  return others.filter((entry) => {
    const key = `${entry.number}#${entry.extension ?? ''}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** A number, or the text of a part that is none. */
type Piece = PhoneEntry | string

/** Says that there is no second number. */
const NONE = /^(?:无|暂无|没有|未知|空|不详|null|none|n\/a|n|-+|0+)$/iu
const WORDS_ONLY = /^\p{Script=Han}{1,4}$/u

/** `139…,妻`: words of their own behind a number say whose it is. */
function withWordsBehind(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const last = kept.at(-1)
    if (typeof piece !== 'string') kept.push(piece)
    else if (NONE.test(piece)) continue
    else if (WORDS_ONLY.test(piece) && typeof last === 'object' && last.relation === null)
      kept[kept.length - 1] = { ...last, relation: wordsOf(piece) || null }
    else kept.push(piece)
  }
  return kept
}

/** Two mobiles that lost what stood between them. */
const GLUED_MOBILES = /^(?:1[3-9]\d{9}){2,}$/
const MOBILE_DIGITS = /\d{11}/g
/** Where one person's words end and the next number begins: `妻139…子138…`, `139…妻138…子`. */
const BEFORE_WORDS = /(?<=\d\)?)(?=[\p{L}(【[](?!x\d))/giu
const AFTER_WORDS = /(?<=\d.*[\p{L})\]】])(?=\+?\d{5,})/gu
/** A dash with whole numbers on both sides parts two, not the groups of one. */
const BETWEEN_WHOLE =
  /(?<=(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}))\s*-\s*(?=(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7})(?!\d))/gu
const LABEL_FIRST = /^[\p{L}(【[]/u

/** The numbers of a part that nothing but blanks or words divides. */
function numbersIn(part: string): Piece[] {
  if (part === '') return []
  const whole = readEntry(part)
  if (whole !== null) return [whole]
  if (GLUED_MOBILES.test(part))
    return (part.match(MOBILE_DIGITS) ?? []).map((number) => readEntry(number) ?? number)
  const words = part
    .replace(BETWEEN_WHOLE, ' ')
    .replace(LABEL_FIRST.test(part) ? BEFORE_WORDS : AFTER_WORDS, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.length < 2 ? [part] : joined(words)
}

/** Blanks stand within a number and between two: the longest run of words that is one number, from the left. */
function joined(words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  for (let from = 0; from < words.length; ) {
    let to = words.length
    let entry = readEntry(words.slice(from, to).join(' '))
    while (entry === null && to > from + 1) entry = readEntry(words.slice(from, --to).join(' '))
    pieces.push(entry ?? words[from] ?? '')
    from = entry === null ? from + 1 : to
  }
  return pieces
}

/** `转801`, `分机 801`, `ext. 801`, `x801`, `#801`, `*801`; behind a whole number `-801` and `(801)` as well. */
const MARKED_EXTENSION =
  /\s*[-(]?\s*(?:转|轉|分机号?|分機|内线|extension|ext|x|#|\*|p)\s*[.:]?\s*(\d{1,6})\s*\)?$/iu
const BARE_EXTENSION = /\s*(?:-\s*(\d{1,6})|\(\s*(\d{1,6}))$/u
const NUMBER = /(?:\(?\+|\()?\d[\d\s.()\-·•_]*\d/u
const BRACKETED = /^[([【<{《]\s*(.*?)\s*[)\]】>}》]$/u

function readEntry(text: string): PhoneEntry | null {
  const number = NUMBER.exec(text)?.[0]
  if (number === undefined) return null
  const own = text.indexOf(number)
  const before = wordsOf(text.slice(0, own))
  const behind = text.slice(own + trimmed(number).length)
  const marked = MARKED_EXTENSION.exec(trimmed(number) + upToWords(behind))
  const extension = marked?.[1] ?? null
  const digits =
    marked === null ? trimmed(number) : (trimmed(number) + upToWords(behind)).slice(0, marked.index)
  const after = wordsOf(marked === null ? behind : behind.slice(upToWords(behind).length))
  if (before === null || after === null || (before !== '' && after !== '')) return null
  const relation = `${before}${after}` === '' ? null : `${before}${after}`
  const read = readPhone(digits)
  if (read.ok) return { number: read.number, kind: read.kind, extension, relation }
  return extension === null ? readBareExtension(digits, relation) : null
}

/** `021-88886666-801`: what is left in front is a whole number with its area code, or a mobile. */
function readBareExtension(digits: string, relation: string | null): PhoneEntry | null {
  const bare = BARE_EXTENSION.exec(digits)
  const extension = bare?.[1] ?? bare?.[2]
  if (bare === null || extension === undefined) return null
  const read = readPhone(digits.slice(0, bare.index))
  return read.ok ? { number: read.number, kind: read.kind, extension, relation } : null
}

/** The bracket behind a number opens what is said of it: `139…(妻)`. */
function trimmed(number: string): string {
  return number.replace(/[\s.(\-·•_]+$/u, '')
}

/** As much of what follows a number as belongs to an extension. */
function upToWords(behind: string): string {
  return (
    /^\s*[-(]?\s*(?:转|轉|分机号?|分機|内线|extension|ext|x|#|\*|p)\s*[.:]?\s*\d{1,6}\s*\)?/iu.exec(
      behind,
    )?.[0] ?? ''
  )
}

/** Words that say only that a phone follows. */
const SAYS_NOTHING =
  /^(?:(?:联系|固定|移动|家庭)?(?:手机|电话|座机|固话|联系方式|号码?)(?:号码?)?|本人|手机号码?|电话号码?|tel(?:ephone)?|phone|mobile|mob|cell|m|t)$/iu
const LONGEST_RELATION = 20

/** @returns what a person wrote beside a number; empty where that says nothing, null where it is no words */
function wordsOf(text: string): string | null {
  const said = text.replace(/[\s:：.,\-_=]+$|^[\s:：.,\-_=]+/gu, '')
  const words = (BRACKETED.exec(said)?.[1] ?? said).replace(/[:：\s]+$/u, '')
  if (!/[^\p{P}\s]/u.test(words) || SAYS_NOTHING.test(words)) return ''
  return /^[\p{L}\p{M}·()（）\s]+$/u.test(words) && words.length <= LONGEST_RELATION ? words : null
}
