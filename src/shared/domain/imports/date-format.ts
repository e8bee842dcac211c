import type { CivilDate } from '../calendar/civil-date.ts'
import { countedDay, countOf, isCounted } from './date-instant.ts'
import { type DateFormatOptions, dateOf, isFillerText, NO_DATE } from './date-parts.ts'
import { fillFormat, foldDateText, hasLooseRun, patternOf, tokensOf, UNAMBIGUOUS } from './date-pattern.ts'

/** One format, or several of which each value takes the first that fits. */
export type DateFormats = string | readonly string[]

/** Every form that can be read in one way only. */
export const AUTO_FORMAT = 'auto'

/** {@link NO_DATE} is given for fillers where they are read as none. */
export type DateReader = (text: string) => CivilDate | typeof NO_DATE | null

type Reading = ReturnType<DateReader>

/** Dates repeat within a file, so a hit saves the whole reading; emptied when full to stay small. */
const CACHE_LIMIT = 20_000
/** Longer text has a time in it and hardly repeats, and kept it would hold the piece of the file it was cut from. */
const CACHED_LENGTH = 12

const YEARS: readonly string[] = ['YYYY', 'YY', 'CYY', 'ROC']
const MONTHS: readonly string[] = ['MM', 'M', 'MON']
const DAYS: readonly string[] = ['DD', 'D']

function once(tokens: readonly string[], wanted: readonly string[]): boolean {
  return tokens.filter((token) => wanted.includes(token)).length === 1
}

function isSpecial(format: string): boolean {
  return format === AUTO_FORMAT || isCounted(format)
}

/** Whether a format has a year of two digits only, so that a pivot must say its century. */
export function hasShortYear(formats: DateFormats): boolean {
  return [formats].flat().some((format) => !isSpecial(format) && tokensOf(format).includes('YY'))
}

function formatFault(format: string, yearPivot: number | undefined): string | null {
  if (isSpecial(format)) return null
  const tokens = tokensOf(format)
  const byNumber = once(tokens, ['DDD'])
  if (!once(tokens, YEARS)) return 'a date format needs a year (YYYY, YY, CYY or ROC) once'
  if (byNumber ? tokens.some((token) => MONTHS.includes(token)) : !once(tokens, MONTHS)) {
    return byNumber ? 'DDD needs no month' : 'a date format needs a month (MM, M or MON) once'
  }
  if (byNumber ? tokens.some((token) => DAYS.includes(token)) : !once(tokens, DAYS)) {
    return byNumber ? 'DDD needs no day' : 'a date format needs a day (DD, D or DDD) once'
  }
  if (hasLooseRun(format)) return 'M and D side by side need a mark between them, or MM and DD'
  return hasShortYear(format) && yearPivot === undefined ? 'a two-digit year needs "yearPivot"' : null
}

/**
 * @param formats `auto`; a count (`epoch`, `epoch-ms`, `epoch-days`, `excel`, `excel-1904`, `sas`); or made of YYYY, YY,
 * CYY or ROC, MM, M or MON, DD or D (DDD for both), optionally EEE, hh mm ss fff (checked, then left out); all else is
 * literal. Or several of these
 * @returns what is wrong with them, in English for the profile's author, or null
 */
export function dateFormatFault(formats: DateFormats, yearPivot: number | undefined): string | null {
  const all = [formats].flat()
  for (const format of all) {
    const fault = formatFault(format, yearPivot)
    if (fault !== null) return fault
  }
  return all.length < 2 ? null : clashOf(all, yearPivot)
}

/** Every day of a year whose two digits may be a month and a day as well shows any two formats that clash. */
const SAMPLE_YEAR = 2012
const DAYS_OF_YEAR = 366
const MS_PER_DAY = 86_400_000

function* sampleDays(): Generator<CivilDate> {
  for (let day = 0; day < DAYS_OF_YEAR; day++) {
    yield new Date(Date.UTC(SAMPLE_YEAR, 0, 1) + day * MS_PER_DAY).toISOString().slice(0, 10)
  }
}

const TIME_SAMPLE: Readonly<Record<string, string>> = {
  hh: '10',
  mm: '11',
  ss: '12',
  fff: '0',
  EEE: 'Mon',
}
const ROC_OFFSET = 1911

/** A day as a format writes it. */
function written(on: CivilDate, format: string): string {
  if (isCounted(format)) return countOf(on, format)
  const [year = '', month = '', day = ''] = on.split('-')
  const number = (Date.parse(on) - Date.parse(`${year}-01-01`)) / MS_PER_DAY + 1
  const values: Readonly<Record<string, string>> = {
    ...TIME_SAMPLE,
    YYYY: year,
    YY: year.slice(2),
    CYY: `${Number(year) >= 2000 ? 1 : 0}${year.slice(2)}`,
    ROC: String(Number(year) - ROC_OFFSET).padStart(3, '0'),
    MM: month,
    M: String(Number(month)),
    MON: `${Number(month)}月`,
    DD: day,
    D: String(Number(day)),
    DDD: String(number).padStart(3, '0'),
  }
  return fillFormat(format, (token) => values[token] ?? '')
}

/** Two formats that read one text as two days leave it to the order which day somebody was born. */
function clashOf(formats: readonly string[], yearPivot: number | undefined): string | null {
  const options = yearPivot === undefined ? {} : { yearPivot }
  const readers = formats.map((format) => ({ format, read: oneReader(format, options) }))
  for (const { format, read } of readers) {
    if (format === AUTO_FORMAT) continue
    for (const on of sampleDays()) {
      const text = written(on, format)
      const first = read(text)
      const other = readers.find((each) => {
        const second = each.read(text)
        return first && second && second !== first
      })
      if (other) return `"${format}" and "${other.format}" read "${text}" as two different days`
    }
  }
  return null
}

function oneReader(format: string, options: DateFormatOptions): DateReader {
  if (isCounted(format)) return (text) => countedDay(text, format)
  const patterns = format === AUTO_FORMAT ? UNAMBIGUOUS : [patternOf(format)]
  return (text) => {
    for (const pattern of patterns) {
      const parts = pattern.exec(text)?.groups
      if (parts) return dateOf(parts, options)
    }
    return null
  }
}

/** The clock that most times are written with, at the end of a format and of a text. */
const CLOCK = /[ T]hh:mm:ss$/
const CLOCK_LENGTH = 9
const BLANK = 32
const LETTER_T = 84
const COLON = 58
const ZERO = 48
const HOURS = 24
const SIXTY = 60

/** A number of two digits, or one that is too great for any use. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.MAX_SAFE_INTEGER
}

/** Whether a text ends in ` 23:59:59`, so that only the date before it is to be read. */
function endsInClock(text: string): boolean {
  const at = text.length - CLOCK_LENGTH
  const mark = text.charCodeAt(at)
  return (
    (mark === BLANK || mark === LETTER_T) &&
    twoDigits(text, at + 1) < HOURS &&
    text.charCodeAt(at + 3) === COLON &&
    twoDigits(text, at + 4) < SIXTY &&
    text.charCodeAt(at + 6) === COLON &&
    twoDigits(text, at + 7) < SIXTY
  )
}

/** The formats whose texts may end in a clock, without it. */
function withoutClock(formats: readonly string[]): readonly string[] {
  return formats.flatMap((format) => {
    if (format === AUTO_FORMAT) return [format]
    return CLOCK.test(format) ? [format.replace(CLOCK, '')] : []
  })
}

const ISO_FORMAT = 'YYYY-MM-DD'
const ISO_LENGTH = 10
const DASH = 45
/** Days that exist in every month, of years that are no filler's and within those of an extract. */
const LAST_COMMON_DAY = 28
const COMMON_YEARS = { first: 1901, last: 2099 }
const MONTHS_OF_YEAR = 12

/** Whether a text is a day such as `2024-02-28`, which then is its own civil date: nearly every date of an extract. */
function isCommonDay(text: string): boolean {
  if (text.length !== ISO_LENGTH || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  return (
    year >= COMMON_YEARS.first &&
    year <= COMMON_YEARS.last &&
    month >= 1 &&
    month <= MONTHS_OF_YEAR &&
    day >= 1 &&
    day <= LAST_COMMON_DAY
  )
}

/** Whether the first format reads `2024-02-28` as that day, so that none of the others is asked. */
function readsCommonDays([first]: readonly string[], { monthOffset }: DateFormatOptions): boolean {
  return monthOffset === undefined && (first === AUTO_FORMAT || first === ISO_FORMAT)
}

function firstOf(readers: readonly DateReader[]): DateReader {
  const [only, another] = readers
  if (only && !another) return only
  return (text) => {
    for (const read of readers) {
      const on = read(text)
      if (on !== null) return on
    }
    return null
  }
}

/**
 * @param formats as for {@link dateFormatFault}
 * @returns a reader that gives the civil date: the written day, and with another zone than China's the day it was in
 * China; {@link NO_DATE} for fillers, if asked for; null for text of another form and for days that do not exist
 * (29 February 2023). Readers keep a cache and are to be made once a file
 */
export function dateReader(formats: DateFormats, options: DateFormatOptions = {}): DateReader {
  const all = [formats].flat()
  const readPlain = firstOf(all.map((format) => oneReader(format, options)))
  const clocked = withoutClock(all)
  const readDay = clocked.length === 0 ? null : firstOf(clocked.map((format) => oneReader(format, options)))
  const cache = new Map<string, Reading>()
  const common = readsCommonDays(all, options)

  function read(text: string): Reading {
    const plain = readPlain(text)
    if (plain !== null) return plain
    const folded = foldDateText(text)
    const on = folded === text ? null : readPlain(folded)
    if (on !== null) return on
    return options.fillers === 'empty' && isFillerText(folded) ? NO_DATE : null
  }

  function cached(text: string, readText: DateReader): Reading {
    const known = cache.get(text)
    if (known !== undefined) return known
    if (cache.size >= CACHE_LIMIT) cache.clear()
    const on = readText(text)
    cache.set(text, on)
    return on
  }

  /** Days before a clock are kept apart from the texts of the same form that had none. */
  function readLong(text: string): Reading {
    if (!readDay || !endsInClock(text)) return read(text)
    const day = text.slice(0, -CLOCK_LENGTH)
    const on = day.length > CACHED_LENGTH ? null : cached(`${day} `, () => readDay(day))
    return on ?? read(text)
  }

  return (text) => {
    if (common && isCommonDay(text)) return text
    return text.length > CACHED_LENGTH ? readLong(text) : cached(text, read)
  }
}
