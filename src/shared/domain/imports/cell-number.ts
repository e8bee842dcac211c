import { BROKEN_CELL } from './cell-fault.ts'
import { labelOf, type NumberFormat, sectionFor, shownWhole } from './number-format.ts'

/** Day 0 of a workbook's serial numbers: 1900 as Excel counts it, with its 29 February, or 1904 as old Macs did. */
export type DateSystem = 1900 | 1904

/**
 * A number's texts where the two differ: what people see, which is what a key or a word means, and the number itself,
 * which is what an amount means.
 */
export interface CellTexts {
  readonly shown: string
  readonly value: string
}

/** As many digits as the spreadsheet itself shows; 18.9 is stored as 18.899999999999999. */
const SHOWN_DIGITS = 15
/** From here on the sheet has rounded: the number is given in the rounded form that it shows. */
const ROUNDED_FROM = 1e15
/** From here on those digits have no room for a fen: a number of more digits is one that nobody knows to the fen. */
const FEN_LOST_FROM = 1e13
/** A number as it is shown already: no digit too many, no exponent, no zero at its end. */
const AS_SHOWN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/
/**
 * What a formula leaves of a sum that is nought or whole: a millionth of a fen in yuan. Our own default; two doubles below
 * ten million yuan differ by less.
 */
const RESIDUE = 1e-8
const HUNDREDTHS = 100

const MS_PER_DAY = 86_400_000
const SECONDS_PER_DAY = 86_400
/** 9999-12-31 in both systems: spreadsheets know no later day. */
const LAST_SERIAL = { 1900: 2_958_465, 1904: 2_957_003 } as const
/** 29 February 1900, which there never was. */
const NO_DAY = 60
const DAYS_BEFORE = {
  early: Date.UTC(1899, 11, 31),
  1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
} as const

/** Digits without an exponent: `2.5e-7` is `0.00000025`. */
function plainDigits(text: string): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', fraction = ''] = parts
  return sign + shifted(whole + fraction, whole.length + Number(parts[4]))
}

/** Sets the decimal mark behind the given number of digits. */
function shifted(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length)
  return `${digits.slice(0, point)}.${digits.slice(point)}`
}

/** @param stored what the file has, of which the number shows its first fifteen digits */
function digitsOf(shown: number, stored = shown): string {
  const size = Math.abs(shown)
  if (size >= ROUNDED_FROM || (size >= FEN_LOST_FROM && shown !== stored)) {
    return shown.toExponential().toUpperCase()
  }
  // not the text of minus nought
  return plainDigits(String(shown === 0 ? 0 : shown))
}

/** A hundred times the number, exactly: 0.0175 is 1.75 %. */
function percentText(digits: string): string {
  if (digits.includes('E')) return digits
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? []
  const moved = shifted(whole + fraction.padEnd(2, '0'), whole.length + 2)
  return `${sign}${moved.replace(/^0+(?=\d)/, '')}%`
}

function withoutResidue(shown: number): number {
  const near = Math.round(shown * HUNDREDTHS) / HUNDREDTHS
  return near !== shown && Math.abs(near - shown) < RESIDUE ? near : shown
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function dayStart(day: number, system: DateSystem): number | null {
  if (day > LAST_SERIAL[system]) return null
  if (system === 1904) return day < 0 ? null : DAYS_BEFORE[1904] + day * MS_PER_DAY
  if (day < 1 || day === NO_DAY) return null
  return (day < NO_DAY ? DAYS_BEFORE.early : DAYS_BEFORE[1900]) + day * MS_PER_DAY
}

/**
 * @param serial days, the time of day as their fraction
 * @returns `YYYY-MM-DD`, with ` hh:mm:ss` behind it where it is not midnight; null where the serial is no day
 */
function dateText(serial: number, system: DateSystem): string | null {
  const ms = Math.round(serial * MS_PER_DAY)
  const day = Math.floor(ms / MS_PER_DAY)
  const start = dayStart(day, system)
  if (start === null) return null
  const on = new Date(start).toISOString().slice(0, 10)
  const seconds = Math.floor((ms - day * MS_PER_DAY) / 1_000)
  return seconds === 0 ? on : `${on} ${clock(seconds)}`
}

function timeText(serial: number, system: DateSystem): string | null {
  if (serial >= 0 && serial < 1)
    return clock(Math.floor(Math.round(serial * MS_PER_DAY) / 1_000) % SECONDS_PER_DAY)
  // days and a time of day, of which the format shows the time only; fewer days are a stretch of time
  return serial > NO_DAY ? dateText(serial, system) : null
}

function elapsedText(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * SECONDS_PER_DAY)
  return `${serial < 0 ? '-' : ''}${clock(seconds)}`
}

function formatted(number: number, digits: string, format: NumberFormat, system: DateSystem): string | null {
  const section = sectionFor(format, number)
  const alone = format.sections.length === 1
  switch (section.kind) {
    case 'date':
      return dateText(number, system)
    case 'time':
      return timeText(number, system)
    case 'elapsed':
      return elapsedText(number)
    case 'percent':
      return percentText(digits)
    case 'unit':
      return `${section.unit?.before ?? ''}${digits}${section.unit?.behind ?? ''}`
    case 'label':
      return labelOf(section)
    case 'whole': {
      if (!Number.isInteger(number) || Math.abs(number) >= ROUNDED_FROM || (number < 0 && !alone)) return null
      const shown = shownWhole(section, Math.abs(number), digits.replace('-', ''))
      return number < 0 ? `-${shown}` : shown
    }
    default:
      return null
  }
}

/**
 * What a number cell says.
 * @param stored the number as the file has it
 * @returns one text where what is shown and what is meant agree: dates as `YYYY-MM-DD`, percent as `1.75%`, else the
 *   number without an exponent; `6.2E+18` for one that the sheet has rounded, also where the fen are beyond its digits;
 *   a number in a date's format that is no day stays a number
 */
export function numberTexts(stored: string, format: NumberFormat, system: DateSystem): string | CellTexts {
  if (!format.speaks && stored.length <= SHOWN_DIGITS && AS_SHOWN.test(stored)) {
    return stored === '-0' ? '0' : residueOf(stored)
  }
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return BROKEN_CELL
  const rounded = Number(number.toPrecision(SHOWN_DIGITS))
  const digits = digitsOf(rounded, number)
  const shown = format.speaks ? formatted(rounded, digits, format, system) : null
  if (shown === null) return residueOf(digits)
  const section = sectionFor(format, rounded)
  return section.kind === 'whole' || section.kind === 'label' ? { shown, value: digits } : shown
}

/** The number as it is, and beside it what an amount takes it for, where a formula left a residue. */
function residueOf(digits: string): string | CellTexts {
  if (digits.length <= SHOWN_DIGITS - 6) return digits
  const number = Number(digits)
  const whole = withoutResidue(number)
  return whole === number ? digits : { shown: digits, value: digitsOf(whole) }
}

const ISO_CELL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:[.,](\d+))?)?(?:Z|[+-]\d{2}:?\d{2})?$/
const MIDNIGHT = '00:00:00'

/**
 * A date cell that holds its day as text (`t="d"`): as it is written, whatever zone it names and the PC is in.
 */
export function isoCellText(stored: string): string {
  const [, on, time = MIDNIGHT] = ISO_CELL.exec(stored.trim()) ?? []
  if (on === undefined) return stored
  return time === MIDNIGHT ? on : `${on} ${time}`
}
