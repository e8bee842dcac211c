import fc from 'fast-check'

/** Delimiters that the product looks for by itself. */
export const KNOWN_DELIMITERS = [
  ',',
  ';',
  '\t',
  '|',
  '^',
  '~',
  '｜',
  '，',
  '\u0001',
  '\u001d',
  '|@|',
  '||',
  '^|',
  '~|~',
  '!^',
  '@@',
] as const
/** Delimiters that somebody has to name. */
const NAMED_DELIMITERS = ['#', ':', '|+|', '@', '$$|', ' | ', '/'] as const

export const NUMBER_FORMS = [
  'plain',
  'shortest',
  'grouped',
  'power',
  'sign-behind',
  'plus-sign',
  'padded',
  'blank-padded',
  'full-width',
  'currency',
  'yuan-word',
  'wan-word',
  'brackets',
  'minus-of-unicode',
  'decimal-comma',
  'grouped-comma',
  'fen',
] as const
export type NumberForm = (typeof NUMBER_FORMS)[number]

/** How a day is written, and the format to be said where the product cannot know it. */
export const DATE_FORMS = {
  iso: null,
  slashes: null,
  points: null,
  compact: null,
  'with-time': null,
  'iso-time': null,
  db2: null,
  han: null,
  'han-words': null,
  'full-width': null,
  'month-name': null,
  sas: null,
  american: 'MM/DD/YYYY',
  british: 'DD/MM/YYYY',
  german: 'DD.MM.YYYY',
  'short-year': 'YYMMDD',
  oracle: 'DD-MON-YY',
  republic: 'ROC/MM/DD',
  century: 'CYYMMDD',
  'day-of-year': 'YYYYDDD',
  seconds: 'epoch',
  milliseconds: 'epoch-ms',
  'days-1970': 'epoch-days',
  'days-1900': 'excel',
  'days-1904': 'excel-1904',
  'days-1960': 'sas',
} as const
export type DateForm = keyof typeof DATE_FORMS

/** How the cells of a line are kept apart from what stands in them. */
export type Protection =
  | { readonly by: 'quotes'; readonly mark: '"' | "'" | '“”'; readonly where: 'all' | 'needed' | 'texts' }
  | {
      readonly by: 'escapes'
      readonly as: 'letters' | 'literal'
      readonly quoted: boolean
      readonly nulls: '\\N' | ''
    }
  | { readonly by: 'nothing' }

export type WrittenEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5'

export interface TextForm {
  readonly as: 'delimited'
  readonly delimiter: string
  readonly protection: Protection
  readonly guard: 'none' | 'formula' | 'apostrophe' | 'backtick' | 'tab'
  readonly lineEnd: '\n' | '\r\n' | '\r' | 'mixed' | 'mixed-returns'
  readonly lastLineEnds: boolean
  readonly titles: number
  readonly header: 'once' | 'repeated' | 'none'
  readonly endDelimiter: 'no' | 'everywhere' | 'records'
  readonly below: readonly ('sum' | 'count' | 'maker' | 'blank')[]
}

export interface FixedForm {
  readonly as: 'fixed'
  readonly lineEnd: '\n' | '\r\n' | ''
  readonly numbers: 'plain' | 'implied' | 'zoned'
}

export interface SheetForm {
  readonly as: 'workbook'
  readonly amounts: 'text' | 'number' | 'number-format'
  readonly dates: 'text' | 'serial' | 'iso-cell'
  readonly date1904: boolean
  readonly keys: 'text' | 'shared'
  readonly titles: number
}

export interface Form {
  readonly file: TextForm | FixedForm | SheetForm
  readonly encoding: WrittenEncoding
  readonly marks: 0 | 1 | 2
  readonly container: 'none' | 'gzip' | 'gzip-twice' | 'zip'
  readonly numbers: NumberForm
  readonly dates: DateForm
  readonly nothing: '' | 'NULL' | '\\N' | 'blanks'
  /** Where the columns stand: each column's rank decides, two more are of no use. */
  readonly order: readonly number[]
  readonly spare: number
  /** Whether the profile says what a bank's person would say, or everything. */
  readonly says: 'little' | 'line breaks too' | 'everything'
}

const protection: fc.Arbitrary<Protection> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.constant('quotes' as const),
      mark: fc.constantFrom('"' as const, '"' as const, '"' as const, "'" as const, '“”' as const),
      where: fc.constantFrom('all' as const, 'needed' as const, 'texts' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('escapes' as const),
      as: fc.constantFrom('letters' as const, 'literal' as const),
      quoted: fc.boolean(),
      nulls: fc.constantFrom('\\N' as const, '' as const),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ by: 'nothing' as const }) },
)

const delimited: fc.Arbitrary<TextForm> = fc.record({
  as: fc.constant('delimited' as const),
  delimiter: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<string>(...KNOWN_DELIMITERS) },
    { weight: 1, arbitrary: fc.constantFrom<string>(...NAMED_DELIMITERS) },
  ),
  protection,
  guard: fc.constantFrom('none', 'none', 'none', 'formula', 'apostrophe', 'backtick', 'tab'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\n', '\r\n', '\r', 'mixed', 'mixed-returns'),
  lastLineEnds: fc.boolean(),
  titles: fc.constantFrom(0, 0, 0, 1, 2, 4),
  header: fc.constantFrom('once', 'once', 'once', 'repeated', 'none'),
  endDelimiter: fc.constantFrom('no', 'no', 'no', 'everywhere', 'records'),
  below: fc.subarray(['blank', 'sum', 'count', 'maker'] as const),
})

const fixed: fc.Arbitrary<FixedForm> = fc.record({
  as: fc.constant('fixed' as const),
  lineEnd: fc.constantFrom('\n', '\r\n', ''),
  numbers: fc.constantFrom('plain', 'implied', 'zoned'),
})

const sheet: fc.Arbitrary<SheetForm> = fc.record({
  as: fc.constant('workbook' as const),
  amounts: fc.constantFrom('text', 'number', 'number-format'),
  dates: fc.constantFrom('text', 'serial', 'iso-cell'),
  date1904: fc.boolean(),
  keys: fc.constantFrom('text', 'shared'),
  titles: fc.constantFrom(0, 0, 1, 3),
})

export const forms: fc.Arbitrary<Form> = fc.record({
  file: fc.oneof(
    { weight: 12, arbitrary: delimited },
    { weight: 1, arbitrary: fixed },
    { weight: 2, arbitrary: sheet },
  ),
  encoding: fc.constantFrom(
    'utf-8',
    'utf-8',
    'utf-8',
    'gb18030',
    'gb18030',
    'gb18030',
    'utf-16le',
    'utf-16be',
    'big5',
  ),
  marks: fc.constantFrom(0, 0, 1, 2),
  container: fc.constantFrom('none', 'none', 'none', 'none', 'gzip', 'gzip-twice', 'zip'),
  numbers: fc.constantFrom(...NUMBER_FORMS),
  dates: fc.constantFrom(...(Object.keys(DATE_FORMS) as DateForm[])),
  nothing: fc.constantFrom('', '', '', 'NULL', '\\N', 'blanks'),
  order: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }),
  spare: fc.constantFrom(0, 0, 1, 2),
  says: fc.constantFrom('little', 'little', 'line breaks too', 'everything'),
})
