import { type CivilDate, isCivilDate } from '../calendar/civil-date.ts'

export interface DateFormatOptions {
  /** Two-digit years below it are 20YY, the others 19YY. */
  readonly yearPivot?: number
  /** Taken off months above it, for birth numbers that mark a sex by the month. */
  readonly monthOffset?: number
}

export type DateReader = (text: string) => CivilDate | null

/** Outside of these a year in a bank's extract is a filler such as 0001 or 9999, not a date. Our own default. */
const EARLIEST_YEAR = 1850
const LATEST_YEAR = 2200

const TOKEN = /YYYY|YY|MM|M|DD|D|hh|mm|ss/g
const DIGITS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  hh: '(?:[01]\\d|2[0-3])',
  mm: '[0-5]\\d',
  ss: '[0-5]\\d',
}

/** Dates repeat within a file, so a hit saves the whole reading; emptied when full to stay small. */
const CACHE_LIMIT = 20_000
/** Longer text has a time in it and hardly repeats, and kept it would hold the piece of the file it was cut from. */
const CACHED_LENGTH = 12

const SYNTAX = /[\\^$.*+?()[\]{}|/-]/g

function literal(text: string): string {
  return text.replace(SYNTAX, '\\$&')
}

function patternOf(format: string): RegExp {
  let pattern = ''
  let from = 0
  for (const token of format.matchAll(TOKEN)) {
    pattern += literal(format.slice(from, token.index)) + (DIGITS[token[0]] ?? '')
    from = token.index + token[0].length
  }
  return new RegExp(`^${pattern}${literal(format.slice(from))}$`)
}

/**
 * @param format made of YYYY or YY, MM or M, DD or D, optionally hh mm ss (checked, then left out); all else is literal
 * @returns what is wrong with the format, in English for the profile's author, or null
 */
export function dateFormatFault(format: string, yearPivot: number | undefined): string | null {
  const tokens = (format.match(TOKEN) ?? []).map((token) => token.slice(0, token === 'mm' ? 2 : 1))
  for (const [letter, part] of [
    ['Y', 'a year (YYYY or YY)'],
    ['M', 'a month (MM or M)'],
    ['D', 'a day (DD or D)'],
  ] as const) {
    if (tokens.filter((token) => token === letter).length !== 1) return `a date format needs ${part} once`
  }
  const short = !format.includes('YYYY')
  return short && yearPivot === undefined ? 'a two-digit year needs "yearPivot"' : null
}

/** The four-digit year of a two-digit one. */
function fullYear(shortYear: string, pivot: number): string {
  return `${Number(shortYear) < pivot ? 20 : 19}${shortYear}`
}

function plainMonth(month: string, offset: number | undefined): string {
  const number = Number(month)
  const plain = offset !== undefined && number > offset ? number - offset : number
  return String(plain).padStart(2, '0')
}

/**
 * @param format as for {@link dateFormatFault}
 * @returns a reader that gives the civil date, or null for text of another form and for days that do not exist
 * (29 February 2023); readers keep a cache and are to be made once a file
 */
export function dateReader(format: string, options: DateFormatOptions = {}): DateReader {
  const pattern = patternOf(format)
  const cache = new Map<string, CivilDate | null>()

  function read(text: string): CivilDate | null {
    const parts = pattern.exec(text)?.groups
    if (!parts) return null
    const year = parts.year ?? fullYear(parts.shortYear ?? '', options.yearPivot ?? 0)
    if (Number(year) < EARLIEST_YEAR || Number(year) > LATEST_YEAR) return null
    const on = `${year}-${plainMonth(parts.month ?? '', options.monthOffset)}-${(parts.day ?? '').padStart(2, '0')}`
    return isCivilDate(on) ? on : null
  }

  return (text) => {
    if (text.length > CACHED_LENGTH) return read(text)
    const known = cache.get(text)
    if (known !== undefined) return known
    if (cache.size >= CACHE_LIMIT) cache.clear()
    const on = read(text)
    cache.set(text, on)
    return on
  }
}
