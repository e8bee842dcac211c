import { join } from 'node:path'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { FormSeen } from '../../../../shared/contract/import-survey.ts'
import { cellReader, DEFAULT_NULLS } from '../../../../shared/domain/imports/cell-text.ts'
import { shapeOf } from '../../../../shared/domain/imports/cleaning.ts'
import { AUTO_FORMAT, dateReader } from '../../../../shared/domain/imports/date-format.ts'
import { type FieldType, fieldsOf } from '../../../../shared/domain/imports/import-fields.ts'
import { columnFinder, compileFilter } from './expression.ts'
import { openExtract } from './extract.ts'
import type { PlannedFile } from './read-folder.ts'
import { columnsOf } from './source-columns.ts'

/** Records whose values are looked at. Our own default. */
const SAMPLE_RECORDS = 2_000
/** As many forms as a person takes in. Our own default. */
const MOST_FORMS = 3

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

/** The one format that all these texts have; null where none has, and for none. */
export function dateFormatOf(dates: readonly string[]): string | null {
  if (dates.length === 0) return null
  const reads = (format: string) => {
    const read = dateReader(format, { fillers: 'empty' })
    return dates.every((text) => read(text) !== null)
  }
  return DATE_FORMATS.find(reads) ?? (reads(AUTO_FORMAT) ? AUTO_FORMAT : null)
}

/** How the values of each field look, by the field's name. */
export type SeenForms = ReadonlyMap<
  string,
  { readonly forms: readonly FormSeen[]; readonly dateFormat: string | null }
>

/** Of a file without a value. */
export const NO_FORMS: SeenForms = new Map()

/** Types whose values have a form that tells how they are read. */
const FORMED: readonly FieldType[] = ['key', 'date', 'money', 'percent', 'count']

/**
 * Looks how the first values of keys, dates and numbers are written.
 * @throws AppError as `openExtract`; imports.missingColumn
 */
export async function formsSeen(
  dir: string,
  { fileName, profile }: PlannedFile<EntityFile>,
  signal?: AbortSignal,
): Promise<SeenForms> {
  const extract = await openExtract(join(dir, fileName), profile)
  const find = columnFinder(extract.header, fileName)
  const wanted = compileFilter(profile, find)
  const specs = fieldsOf(profile.entity)
  const fields = Object.entries(profile.fields).flatMap(([field, from]) => {
    const type = specs[field]?.type ?? 'text'
    const texts: string[] = []
    return FORMED.includes(type) ? [{ field, type, columns: columnsOf(from).map(find), texts }] : []
  })
  const readCell = cellReader('code', profile.nulls === undefined ? DEFAULT_NULLS : new Set(profile.nulls))
  let records = 0
  for await (const batch of extract.records(signal)) {
    for (const record of batch.records.filter((each) => wanted(each.fields))) {
      for (const { columns, texts } of fields) {
        const cells = columns.map((column) => readCell(record.fields[column] ?? ''))
        const text = cells.find((cell) => cell !== '')
        if (text !== undefined) texts.push(text)
      }
      records++
      if (records >= SAMPLE_RECORDS) break
    }
    if (records >= SAMPLE_RECORDS) break
  }
  return new Map(
    fields.map(({ field, type, texts }) => {
      const said = profile.fields[field]?.date?.format ?? profile.dateFormat
      const format = said === AUTO_FORMAT ? dateFormatOf(texts) : [said].flat().join(' ; ')
      return [field, { forms: commonest(texts, type), dateFormat: type === 'date' ? format : null }]
    }),
  )
}

function commonest(texts: readonly string[], type: FieldType): readonly FormSeen[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const form = formOf(text, type)
    counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts]
    .map(([form, count]) => ({ form, count }))
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_FORMS)
}

const DATE_TEXT = /^[\d\s年月日:./TZ+-]*$/

/** A value's outline; of numbers, without how long their whole part is. */
function formOf(text: string, type: FieldType): string {
  if (type === 'date' && DATE_TEXT.test(text)) return text.replace(/\d/g, '9')
  const outline = shapeOf(text)
  return type === 'key' || type === 'date' ? outline : outline.replace(/^([^9]*)9+(?=,|\.|$|[^9])/, '$19')
}
