import { z } from 'zod'
import { AUTO_FORMAT, type DateFormats, dateFormatFault } from '../domain/imports/date-format.ts'
import { fieldsOf, type ImportEntity, OWNED_BY_CUSTOMER_OR_ACCOUNT } from '../domain/imports/import-fields.ts'
import { markerSchema, trailerSchema } from './import-control.ts'
import {
  amountUnit,
  dateFormats,
  type Expression,
  expressionSchema,
  fillerDates,
  profileName,
  profileText,
  rateUnit,
  signMarks,
} from './import-expression.ts'

/** One character or several; a line end or a quote cannot delimit. */
const DELIMITER = z.union([
  z.literal('auto'),
  z
    .string()
    .min(1)
    .max(10)
    .regex(/^[^\r\n"]+$/, 'a delimiter without line ends and quotes'),
])

/** What escapes instead of a backslash. */
const ESCAPE_MARK = z.string().regex(/^[!#$%&*+./:;<=>?@^_`|~-]$/, 'one mark')

/** Where a field of a fixed-width record stands, in bytes of the file's encoding. */
const fixedField = z.strictObject({
  column: profileName,
  /** From 1; behind the field before it when absent. */
  from: z.exactOptional(z.int().min(1).max(1_000_000)),
  length: z.int().min(1).max(100_000),
  /** Digits behind a point that is not written. */
  decimals: z.exactOptional(z.int().min(1).max(9)),
  /** The last digit holds the sign as well. */
  zoned: z.exactOptional(z.boolean()),
})

/** A plain name, or one with `*` for the part that changes from night to night; never a way out of the folder. */
const fileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\]+$/, 'a file name, without a folder')

/** A column's value must be (or must not be) one of these, compared as trimmed text. */
const rowFilter = z.record(profileText, z.union([profileText, z.array(profileText).min(1)]))

const fileShape = {
  file: z.union([fileName, z.array(fileName).min(1)]),
  /** An absent file is no error when true. */
  optional: z.boolean().default(false),
  /** Read only when this file is there, and what it says agrees. */
  marker: z.exactOptional(markerSchema),
  /** The total line at the end. */
  trailer: z.exactOptional(trailerSchema),
  /** Seconds for which a file has to stay as it is before it is read. */
  settleSeconds: z.exactOptional(z.int().min(0).max(600)),
  format: z.enum(['auto', 'csv', 'xlsx', 'fixed']).default('auto'),
  /** Archives with several tables: which of them, a name or a pattern. */
  member: z.exactOptional(fileName),
  /** Spreadsheets only: the sheet's name; the first sheet when absent. */
  sheet: z.exactOptional(profileName),
  encoding: z.enum(['auto', 'utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5']).default('auto'),
  delimiter: DELIMITER.default('auto'),
  quote: z.enum(['auto', '"', "'", '“”', 'none']).default('auto'),
  /**
   * `backslash` in unloads of databases (`\N`, `\t`, `\|`), `quotes` where backslashes escape quotes only, another mark
   * where that one escapes; `auto` when absent.
   */
  escape: z.exactOptional(z.union([z.enum(['auto', 'none', 'backslash', 'quotes']), ESCAPE_MARK])),
  /** What every line begins with, in front of its first field; empty where that text belongs to the field. */
  linePrefix: z.exactOptional(
    z
      .string()
      .max(20)
      .regex(/^[^\r\n]*$/, 'a text without line ends'),
  ),
  /** What ends a record, where that is more than a line end (`"||\n"`, `"@@@"`). */
  lineEnd: z.exactOptional(z.string().min(1).max(10)),
  /** True when quoted fields may hold line ends; when absent, only where backslashes escape. */
  lineBreaks: z.exactOptional(z.boolean()),
  /** Whether every record ends with one more delimiter; `auto` when absent. */
  endDelimiter: z.exactOptional(z.union([z.literal('auto'), z.boolean()])),
  /** Fixed-width files only: where the columns stand. */
  layout: z.exactOptional(z.array(fixedField).min(1)),
  /** Fixed-width files without line ends only: bytes of a record. */
  recordLength: z.exactOptional(z.int().min(1).max(1_000_000)),
  /** Fixed-width files only: the lines that are records, by a text at a place. */
  recordType: z.exactOptional(
    z.strictObject({
      from: z.int().min(1).max(1_000_000),
      is: z.union([profileName, z.array(profileName).min(1)]),
    }),
  ),
  header: z.boolean().default(true),
  /** The columns' names where `header` is false. */
  columns: z.exactOptional(z.array(profileName).min(1)),
  /** Title lines above the header. */
  skipLines: z.int().min(0).max(100).default(0),
  decimal: z.enum(['.', ',']).default('.'),
  unit: amountUnit.default('yuan'),
  /** How signs are written besides + and -. */
  signMarks: z.exactOptional(signMarks),
  /** What a rate of 1 means; a sign beside the number says it before the file. */
  rateUnit: rateUnit.default('percent'),
  dateFormat: dateFormats.default(AUTO_FORMAT),
  fillerDates: fillerDates.default('auto'),
  /** Texts that mean "nothing"; the product's own list when absent. */
  nulls: z.exactOptional(z.array(profileText).max(50)),
  /** Two-digit years below it are 20YY, the others 19YY. Needed by every format with YY. */
  yearPivot: z.exactOptional(z.int().min(0).max(100)),
  where: rowFilter.default({}),
  unless: rowFilter.default({}),
}

const entityFile = z.strictObject({
  entity: z.enum(['customers', 'accounts', 'transactions', 'loans', 'cards']),
  ...fileShape,
  fields: z.record(profileText, expressionSchema),
})

const lookupFile = z.strictObject({
  entity: z.literal('lookup'),
  /** What `lookup` in an expression calls it. */
  name: profileName,
  ...fileShape,
  /** The column that is searched; the first record of a key counts. */
  key: profileName,
  /** The columns that expressions may take. */
  take: z.array(profileName).min(1),
})

/** One file of a profile, as its text says it; what the profile asks of its files together is checked with it. */
export const fileProfileSchema = z.discriminatedUnion('entity', [entityFile, lookupFile])

type AnyFile = z.output<typeof entityFile> | z.output<typeof lookupFile>

function lookupColumns(files: readonly AnyFile[]): LookupColumns {
  const columns = new Map<string, readonly string[]>()
  for (const file of files) {
    if (file.entity === 'lookup') columns.set(file.name, file.take)
  }
  return columns
}

/**
 * A named, versioned description of a bank's extract (D1): which files, how they are written, and where each field
 * comes from. `docs/import-profile.md` is its manual.
 */
export const importProfileSchema = z
  .strictObject({
    /** For editors; the published schema stands beside the manual. */
    $schema: z.exactOptional(profileText),
    version: z.literal(1),
    name: z.string().min(1).max(100),
    /** An import stops where so many percent of a file's records carry the same flag on the same field. */
    stopAtFlagged: z.union([z.int().min(1).max(100), z.literal('never')]).default(10),
    files: z.array(fileProfileSchema).min(1).max(100),
  })
  .superRefine((profile, context) => {
    const lookups = lookupColumns(profile.files)
    profile.files.forEach((file, index) => {
      const complain: Complaint = (path, message) =>
        context.addIssue({ code: 'custom', path: ['files', index, ...path], message })
      checkLayout(file, complain)
      if (!file.header && !file.columns && !file.layout) {
        complain(['columns'], 'a file without a header needs "columns"')
      }
      if (file.entity === 'lookup') return
      const inFields: Complaint = (path, message) => complain(['fields', ...path], message)
      checkFieldNames(file, inFields)
      checkDateFormats(file, inFields)
      checkLookups(file, lookups, inFields)
    })
  })

export type ImportProfile = z.output<typeof importProfileSchema>
/** A profile as a person writes it, with defaults left out. */
export type ImportProfileInput = z.input<typeof importProfileSchema>
export type FileProfile = ImportProfile['files'][number]
export type EntityFile = Extract<FileProfile, { entity: ImportEntity }>
export type LookupFile = Extract<FileProfile, { entity: 'lookup' }>

type Path = (string | number)[]
/** Takes a fault and where it is, below the file's own place in the profile. */
type Complaint = (path: Path, message: string) => void

interface FieldsToCheck {
  readonly entity: ImportEntity
  readonly fields: Readonly<Record<string, Expression>>
  readonly dateFormat: DateFormats
  readonly yearPivot?: number
}

/** Columns that may be taken, by lookup name. */
type LookupColumns = ReadonlyMap<string, readonly string[]>

/** A fixed-width file has a layout, and no other file has one. */
function checkLayout(file: AnyFile, complain: Complaint): void {
  const isFixed = file.format === 'fixed'
  if (isFixed && !file.layout) complain(['layout'], 'a fixed-width file needs "layout"')
  for (const key of ['layout', 'recordLength', 'recordType'] as const) {
    if (!isFixed && file[key] !== undefined) complain([key], `"${key}" needs "format": "fixed"`)
  }
}

/** Every field is known, and none that the entity cannot do without is absent. */
function checkFieldNames({ entity, fields }: FieldsToCheck, complain: Complaint): void {
  const known = fieldsOf(entity)
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(known, name)) complain([name], `${entity} have no field "${name}"`)
  }
  for (const [name, spec] of Object.entries(known)) {
    if (spec.required && !Object.hasOwn(fields, name)) complain([name], `${entity} need the field "${name}"`)
  }
  const ownerless = !Object.hasOwn(fields, 'customerKey') && !Object.hasOwn(fields, 'accountKey')
  if (OWNED_BY_CUSTOMER_OR_ACCOUNT.includes(entity) && ownerless) {
    complain(['customerKey'], `${entity} need "customerKey" or "accountKey"`)
  }
}

/** Every date field has a format that names one day. */
function checkDateFormats(file: FieldsToCheck, complain: Complaint): void {
  for (const [name, spec] of Object.entries(fieldsOf(file.entity))) {
    const expression = file.fields[name]
    if (spec.type !== 'date' || !expression) continue
    const format = expression.date?.format ?? file.dateFormat
    const fault = dateFormatFault(format, expression.date?.yearPivot ?? file.yearPivot)
    if (fault !== null) complain([name], fault)
  }
}

function checkExpression(
  expression: Expression,
  lookups: LookupColumns,
  path: Path,
  complain: Complaint,
): void {
  if ('firstOf' in expression) {
    expression.firstOf.forEach((each, index) => {
      checkExpression(each, lookups, [...path, 'firstOf', index], complain)
    })
  }
  if (!('lookup' in expression)) return
  const columns = lookups.get(expression.lookup)
  if (!columns) complain([...path, 'lookup'], `no lookup file is named "${expression.lookup}"`)
  else if (!columns.includes(expression.take)) {
    complain([...path, 'take'], `the lookup "${expression.lookup}" does not take "${expression.take}"`)
  }
  checkExpression(expression.by, lookups, [...path, 'by'], complain)
}

/** Every lookup that an expression asks is there and has the column. */
function checkLookups(file: FieldsToCheck, lookups: LookupColumns, complain: Complaint): void {
  for (const [name, expression] of Object.entries(file.fields)) {
    checkExpression(expression, lookups, [name], complain)
  }
}
