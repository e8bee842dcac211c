import { type EntityFile, importProfileSchema } from '../../../../src/shared/contract/import-profile.ts'
import { DATE_FORMS, type Form, KNOWN_DELIMITERS, type TextForm } from './form.ts'
import type { Table } from './truths.ts'
import type { WrittenFile } from './written-file.ts'

export const FILE_NAME = 'extract.txt'
/** Years below it are of this century; the generated days lie between 1931 and 2029. */
const PIVOT = 31

type Said = Readonly<Record<string, unknown>>

function quoteOf({ protection }: TextForm): string {
  if (protection.by === 'quotes') return protection.mark
  return protection.by === 'escapes' && protection.quoted ? '"' : 'none'
}

/** What a bank's person says of a text file: nothing that can be seen, and all that cannot. */
function delimitedSaid(file: TextForm, form: Form, written: WrittenFile): Said {
  const all = form.says === 'everything'
  const known = KNOWN_DELIMITERS.some((each) => each === file.delimiter)
  const { protection } = file
  const unload = protection.by === 'escapes'
  // other quotes than the usual ones are found where they wrap all columns; else somebody sees and says them
  const rareQuotes = protection.by === 'quotes' && protection.mark !== '"' && protection.where !== 'all'
  return {
    ...(all || !known ? { delimiter: file.delimiter } : {}),
    ...(file.header === 'none' ? { header: false, columns: uniqueTitles(written.titles) } : {}),
    // the manual says so of unloads without quotes
    ...(all || rareQuotes || (protection.by === 'escapes' && !protection.quoted)
      ? { quote: quoteOf(file) }
      : {}),
    ...(all ? { escape: unload ? 'backslash' : 'none' } : {}),
    ...(all || form.says === 'line breaks too' ? { lineBreaks: true } : {}),
    ...(all ? { endDelimiter: file.endDelimiter !== 'no' } : {}),
    ...(all || file.header === 'none' ? { skipLines: file.titles } : {}),
    ...(all ? { format: 'csv', encoding: written.encoding } : {}),
  }
}

function uniqueTitles(titles: readonly string[]): readonly string[] {
  return titles.map((title, at) => (titles.indexOf(title) === at ? title : `${title}${at}`))
}

function fixedSaid(form: Form, written: WrittenFile): Said {
  if (form.file.as !== 'fixed') return {}
  const { numbers } = form.file
  const inFen = numbers === 'plain' ? {} : { decimals: 2, ...(numbers === 'zoned' ? { zoned: true } : {}) }
  const money = new Set(
    written.columns.filter(({ meaning }) => meaning === 'money').map(({ title }) => title),
  )
  const names = uniqueTitles(written.titles)
  return {
    format: 'fixed',
    encoding: written.encoding,
    layout: names.map((column, at) => ({
      column,
      length: written.lengths[at],
      ...(money.has(column) ? inFen : {}),
    })),
  }
}

function valuesSaid(form: Form): Said {
  const { numbers, dates, file } = form
  const texts = file.as !== 'workbook' || file.amounts === 'text'
  const comma = texts && (numbers === 'decimal-comma' || numbers === 'grouped-comma')
  const format = DATE_FORMS[dates]
  return {
    ...(comma && file.as !== 'fixed' ? { decimal: ',' } : {}),
    ...(numbers === 'fen' && texts && file.as !== 'fixed' ? { unit: 'fen' } : {}),
    ...(format === null ? {} : { dateFormat: format, yearPivot: PIVOT }),
  }
}

/** The profile of a written file. */
export function saidProfile(table: Table, written: WrittenFile, form: Form): EntityFile {
  const said =
    form.file.as === 'delimited' ? delimitedSaid(form.file, form, written) : fixedSaid(form, written)
  const fields = Object.fromEntries(table.columns.map(({ field, title }) => [field, { column: title }]))
  const entry = { entity: table.entity, file: FILE_NAME, fields, ...said, ...valuesSaid(form) }
  const [file] = importProfileSchema.parse({ version: 1, name: 'written', files: [entry] }).files
  if (file === undefined || file.entity === 'lookup') throw new Error('not a file of rows')
  return file
}
