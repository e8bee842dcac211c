import { type CivilDate, civilDateAt } from '../calendar/civil-date.ts'

/**
 * China kept summer time from 1986 to 1991, and midnight of a summer's birth day is 15:00 UTC of the day before. From
 * 1992 on the offset is fixed.
 */
const FIXED_OFFSET_FROM_MS = Date.UTC(1992, 0, 1)
const IN_CHINA = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const LAST_MS = Date.UTC(2201, 0, 1)
const FIRST_MS = Date.UTC(1849, 11, 31)

/**
 * The day it was in China at an instant, summer time included.
 * @param atMs UTC milliseconds
 * @returns null for an instant outside of what a bank's extract can mean
 */
export function chinaDayAt(atMs: number): CivilDate | null {
  if (!(atMs >= FIRST_MS && atMs < LAST_MS)) return null
  if (atMs >= FIXED_OFFSET_FROM_MS) return civilDateAt(atMs)
  const parts = new Map(IN_CHINA.formatToParts(atMs).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

const MS_PER_SECOND = 1_000
const MS_PER_DAY = 86_400_000

/** Numbers that count from a day: name in a profile → what one is in ms, and the UTC instant of 0. */
const COUNTED = {
  epoch: { unitMs: MS_PER_SECOND, zeroMs: 0, instant: true },
  'epoch-ms': { unitMs: 1, zeroMs: 0, instant: true },
  'epoch-days': { unitMs: MS_PER_DAY, zeroMs: 0, instant: false },
  sas: { unitMs: MS_PER_DAY, zeroMs: Date.UTC(1960, 0, 1), instant: false },
  excel: { unitMs: MS_PER_DAY, zeroMs: Date.UTC(1899, 11, 30), instant: false },
  'excel-1904': { unitMs: MS_PER_DAY, zeroMs: Date.UTC(1904, 0, 1), instant: false },
} as const

export type CountedFormat = keyof typeof COUNTED

/** Excel's 29 February 1900 never was, and the days before it are one off. */
const FIRST_RIGHT_EXCEL_DAY = 61
const COUNT = /^([+-]?\d{1,15})(?:\.\d*)?$/

export function isCounted(format: string): format is CountedFormat {
  return Object.hasOwn(COUNTED, format)
}

/** @returns the day that a number of seconds, milliseconds or days means, or null */
export function countedDay(text: string, format: CountedFormat): CivilDate | null {
  const count = COUNT.exec(text)?.[1]
  if (count === undefined) return null
  const { unitMs, zeroMs, instant } = COUNTED[format]
  const number = Number(count)
  if (format === 'excel' && number < FIRST_RIGHT_EXCEL_DAY) return null
  const atMs = zeroMs + number * unitMs
  if (instant) return chinaDayAt(atMs)
  if (!(atMs >= FIRST_MS && atMs < LAST_MS)) return null
  return new Date(atMs).toISOString().slice(0, 10)
}

/** The number that means a day, as {@link countedDay} reads it. */
export function countOf(on: CivilDate, format: CountedFormat): string {
  const { unitMs, zeroMs } = COUNTED[format]
  return String((Date.parse(`${on}T00:00:00Z`) - zeroMs) / unitMs)
}
