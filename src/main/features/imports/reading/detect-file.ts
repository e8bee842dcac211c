import { basename } from 'node:path'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { dateReader } from '../../../../shared/domain/date-format.ts'
import { fieldsOf } from '../../../../shared/domain/import-fields.ts'
import { DETECT_ALL, type Extract } from './extract.ts'
import { type Suggestion, suggestMapping } from './header-names.ts'
import { openExtract } from './open-extract.ts'

const SAMPLE_ROWS = 20
/** Formats with four-digit years only: a two-digit one needs a person to say its century. */
const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'YYYY/M/D',
  'YYYY-M-D',
  'YYYY.MM.DD',
  'YYYY年M月D日',
  'YYYY-MM-DD hh:mm:ss',
  'YYYY/M/D hh:mm:ss',
  'YYYYMMDDhhmmss',
  'DD.MM.YYYY',
] as const

async function firstRecords(extract: Extract): Promise<string[][]> {
  const rows: string[][] = []
  for await (const { records } of extract.records()) {
    for (const { fields } of records) rows.push([...fields])
    if (rows.length >= SAMPLE_ROWS) break
  }
  return rows.slice(0, SAMPLE_ROWS)
}

/** Names have letters; a number or an empty cell at the top means that the file starts with data. */
function looksLikeHeader(header: readonly string[]): boolean {
  const named = header.filter((name) => /\p{L}/u.test(name))
  return named.length === header.filter((name) => name !== '').length && named.length > 0
}

function sampledDates(
  { entity, columns }: Suggestion,
  header: readonly string[],
  rows: string[][],
): string[] {
  if (entity === null) return []
  const specs = fieldsOf(entity)
  const dates: string[] = []
  for (const [field, column] of Object.entries(columns)) {
    if (specs[field]?.type !== 'date') continue
    const index = header.indexOf(column)
    for (const row of rows) dates.push((row[index] ?? '').trim())
  }
  return dates.filter((text) => text !== '')
}

function dateFormatOf(dates: readonly string[]): string | null {
  if (dates.length === 0) return null
  return DATE_FORMATS.find((format) => dates.every((text) => dateReader(format)(text) !== null)) ?? null
}

/**
 * Looks at a file that no profile describes yet, for the wizard's first step (D1).
 * @throws Refusal as `openExtract`
 */
export async function detectFile(path: string): Promise<DetectedFile> {
  const bare = await openExtract(path, { ...DETECT_ALL, header: false })
  const [first] = await firstRecords(bare)
  const hasHeader = looksLikeHeader(first ?? [])
  const extract = hasHeader ? await openExtract(path, DETECT_ALL) : bare
  const sample = await firstRecords(extract)
  const suggestion = suggestMapping(extract.header)
  return {
    name: basename(path),
    format: extract.format,
    encoding: extract.encoding ?? '',
    delimiter: extract.delimiter ?? '',
    header: extract.header,
    hasHeader,
    sample,
    suggestedEntity: suggestion.entity,
    suggestedColumns: suggestion.columns,
    suggestedDateFormat: dateFormatOf(sampledDates(suggestion, extract.header, sample)),
  }
}
