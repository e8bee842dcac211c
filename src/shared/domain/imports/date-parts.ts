import { type CivilDate, isCivilDate } from '../calendar/civil-date.ts'
import { chinaDayAt } from './date-instant.ts'

/** What a pattern found in a date's text, by the names of its groups. */
export type DateParts = Readonly<Record<string, string | undefined>>

/** How two-digit years and marked months are understood. */
export interface DateFormatOptions {
  /** Two-digit years below it are 20YY, the others 19YY. */
  readonly yearPivot?: number
  /** Taken off months above it, for birth numbers that mark a sex by the month. */
  readonly monthOffset?: number
  /** Whether dates that mean "never" or "unknown" (9999-12-31, 0001-01-01) are read as none; else they are unreadable. */
  readonly fillers?: 'empty' | 'refuse'
}

/** What a reader gives for a date that says there is none. */
export const NO_DATE = ''

/** Outside of these a year in a bank's extract is no date. Our own default. */
const EARLIEST_YEAR = 1850
const LATEST_YEAR = 2200
/** Year one of the Republic of China is 1912. */
const ROC_OFFSET = 1911

/** Years that only fillers have: zero dates, year one, and "never". */
const FILLER_YEARS: ReadonlySet<string> = new Set(['0000', '0001', '2999', '9999'])
/** Zero of SQL Server, of OLE and of Excel; MySQL's zero date as JDBC rounds it; the first day of SQL Server. */
const FILLER_DAYS: ReadonlySet<string> = new Set([
  '1900-01-01',
  '1899-12-30',
  '1899-12-31',
  '0002-11-30',
  '1753-01-01',
])
const FILLER_TEXT = /^(?:0000|0001|2999|9999)[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?(?:[ T].*)?$/
const ONLY_NOUGHTS = /^[0\s\-/.:T]*0$/
const ONLY_NINES = /^9{4}[-/.]?9{2}[-/.]?9{2}$/

/** Whether a text that no format reads is a way to say that there is no date. */
export function isFillerText(text: string): boolean {
  return ONLY_NOUGHTS.test(text) || ONLY_NINES.test(text) || FILLER_TEXT.test(text)
}

const NEVER = /9999|2999/

/**
 * Whether a filler says that the day never comes (9999-12-31), which tells something of the end of a term; the others are
 * zeros of databases and tell nothing.
 * @param text a text that was read as {@link NO_DATE}
 */
export function saysNever(text: string): boolean {
  return NEVER.test(text.normalize('NFKC'))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const SHORT_NAME = 3

function monthOf({ month, monthName = '' }: DateParts, offset: number | undefined): string {
  const named = MONTHS.indexOf(monthName.slice(0, SHORT_NAME).toLowerCase()) + 1
  const number = named > 0 ? named : Number.parseInt(month ?? monthName, 10)
  return pad(offset !== undefined && number > offset ? number - offset : number)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function yearOf({ year, shortYear, century, roc }: DateParts, options: DateFormatOptions): string {
  if (year !== undefined) return year
  if (roc !== undefined) return String(Number(roc) + ROC_OFFSET)
  const short = shortYear ?? ''
  if (century !== undefined) return `${century === '1' ? 20 : 19}${short}`
  return `${Number(short) < (options.yearPivot ?? 0) ? 20 : 19}${short}`
}

/** The day of a year by its number, 1 to 366. */
function dayOfYear(year: string, number: number): string | null {
  if (number < 1) return null
  const at = new Date(Date.UTC(Number(year), 0, number))
  return String(at.getUTCFullYear()) === year ? at.toISOString().slice(0, 10) : null
}

const MS_PER_MINUTE = 60_000
const CHINA_MINUTES = 480
const AFTERNOON = /^(?:p|下午|晚上|傍晚|中午)/i
const MORNING = /^(?:a|上午|早上|凌晨|清晨)/i
const ZONE = /^([+-])(\d{2}):?(\d{2})?$/
const NOON = 12
const LAST_HOUR = 24

/** The hour from 0 to 24, or null where the half of the day contradicts it. */
function hourOf(parts: DateParts): number | null {
  const hour = Number(parts.hour ?? 0)
  const half = parts.before ?? parts.half
  if (half === undefined || half === '') return hour
  if (MORNING.test(half)) return hour > NOON ? null : hour % NOON
  return AFTERNOON.test(half) && hour < NOON ? hour + NOON : hour
}

function zoneMinutes(zone: string): number {
  const parts = ZONE.exec(zone)
  if (!parts) return 0
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0)
  return parts[1] === '-' ? -minutes : minutes
}

/** The written day; with another zone than China's, the day that it was in China. */
function inChina(on: CivilDate, parts: DateParts): CivilDate | null {
  if (parts.hour === undefined) return on
  const hour = hourOf(parts)
  const minute = Number(parts.minute ?? 0)
  const second = Number(parts.second ?? 0)
  // 24:00 is the end of the day that is written, and belongs to it
  if (hour === null || (hour === LAST_HOUR && minute + second > 0)) return null
  const { zone } = parts
  if (zone === undefined || zone === '') return on
  const offset = zoneMinutes(zone)
  if (offset === CHINA_MINUTES) return on
  const wallMs = Date.parse(`${on}T00:00:00Z`) + (hour * 60 + minute) * MS_PER_MINUTE + second * 1_000
  return chinaDayAt(wallMs - offset * MS_PER_MINUTE)
}

/**
 * @returns the civil date of a date's parts; {@link NO_DATE} for a filler where these are read as none; null for a day
 * that does not exist or lies outside the years of an extract
 */
export function dateOf(parts: DateParts, options: DateFormatOptions): CivilDate | typeof NO_DATE | null {
  const year = yearOf(parts, options)
  const on =
    parts.dayOfYear === undefined
      ? `${year}-${monthOf(parts, options.monthOffset)}-${(parts.day ?? '').padStart(2, '0')}`
      : dayOfYear(year, Number(parts.dayOfYear))
  if (options.fillers === 'empty' && (FILLER_YEARS.has(year) || FILLER_DAYS.has(on ?? ''))) return NO_DATE
  if (on === null || Number(year) < EARLIEST_YEAR || Number(year) > LATEST_YEAR) return null
  return isCivilDate(on) ? inChina(on, parts) : null
}
