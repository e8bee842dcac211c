import { type CivilDate, isCivilDate } from '../calendar/civil-date.ts'

const SYNTAX = /[\\^$.+?()[\]{}|]/g
/** A day in a name: `{YYYYMMDD}`, `{YYYY-MM-DD}`, `{YYMMDD}`, and a time behind it, as `{YYYYMMDDhhmmss}`. */
const NIGHT = /\{((?:YYYY|YY)[-_.]?MM[-_.]?DD(?:[-_.T]?hh[-_.]?mm(?:[-_.]?ss)?)?)\}/g
const TOKEN = /YYYY|YY|MM|DD|hh|mm|ss/g
const CENTURY = '20'

function literal(text: string): string {
  return text.replace(SYNTAX, '\\$&').replaceAll('*', '.*')
}

/** The digits of a day, each part kept: where a name has two days, the first counts. */
function nightDigits(format: string, first: boolean): string {
  return format
    .replace(SYNTAX, '\\$&')
    .replace(TOKEN, (token) => (first ? `(?<${token}>\\d{${token.length}})` : `\\d{${token.length}}`))
}

/**
 * A name from a profile, `*` standing for any characters and `{YYYYMMDD}` for a day; Windows folders do not tell upper
 * from lower case.
 */
export function fileNamePattern(name: string): RegExp {
  let pattern = ''
  let from = 0
  for (const night of name.matchAll(NIGHT)) {
    pattern += literal(name.slice(from, night.index)) + nightDigits(night[1] ?? '', from === 0)
    from = night.index + night[0].length
  }
  return new RegExp(`^${pattern}${literal(name.slice(from))}$`, 'i')
}

/** Whether a profile's name says where its day stands. */
export function hasNight(name: string): boolean {
  return name.search(NIGHT) >= 0
}

/** The profile's name with a day in the place that it gives: what is missing, in words. */
export function nameOfNight(name: string, night: CivilDate): string {
  const [year = '', month = '', day = ''] = night.split('-')
  const parts: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), MM: month, DD: day }
  return name.replace(NIGHT, (_, format: string) => format.replace(TOKEN, (token) => parts[token] ?? '*'))
}

/**
 * The day in a file's name, where the profile's pattern says that there is one.
 * @returns null for a name of another form, and for digits that are no day
 */
export function nightOf(pattern: string, fileName: string): CivilDate | null {
  const parts = fileNamePattern(pattern).exec(fileName)?.groups
  if (parts === undefined) return null
  const { YYYY, YY, MM, DD } = parts
  const night = `${YYYY ?? `${CENTURY}${YY}`}-${MM}-${DD}`
  return isCivilDate(night) ? night : null
}

const WRITTEN_DAY =
  /(?<!\d)(?<year>20\d\d)(?<mark>[-_.]?)(?<month>0[1-9]|1[0-2])\k<mark>(?<day>0[1-9]|[12]\d|3[01])(?=\d{6}(?!\d)|(?!\d))/

/**
 * Files that differ in nothing but the day in their names are one table of several nights.
 * @returns the names of such a group, or null where every table is there once
 */
export function sameTableOfNights(fileNames: readonly string[]): readonly string[] | null {
  const nights = new Map<string, Map<string, string>>()
  for (const name of fileNames) {
    const { year, month, day } = WRITTEN_DAY.exec(name)?.groups ?? {}
    if (year === undefined) continue
    const table = name.replace(new RegExp(`${WRITTEN_DAY.source}(?:\\d{6})?`), '*').toLowerCase()
    const days = nights.get(table) ?? new Map<string, string>()
    days.set(`${year}${month}${day}`, name)
    nights.set(table, days)
  }
  const several = [...nights.values()].find((days) => days.size > 1)
  return several === undefined ? null : [...several.values()]
}
