import { z } from 'zod'
import { dateFormatFault } from '../domain/imports/date-format.ts'
import { fieldsOf, type ImportEntity, OWNED_BY_CUSTOMER_OR_ACCOUNT } from '../domain/imports/import-fields.ts'
import { type Expression, expressionSchema, profileName, profileText } from './import-expression.ts'

const DELIMITER = z.union([z.literal('auto'), z.string().length(1)])

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
  format: z.enum(['auto', 'csv', 'xlsx']).default('auto'),
  /** Spreadsheets only: the sheet's name; the first sheet when absent. */
  sheet: z.exactOptional(profileName),
  encoding: z.enum(['auto', 'utf-8', 'gb18030']).default('auto'),
  delimiter: DELIMITER.default('auto'),
  quote: z.enum(['"', "'", 'none']).default('"'),
  header: z.boolean().default(true),
  /** The columns' names where `header` is false. */
  columns: z.exactOptional(z.array(profileName).min(1)),
  /** Title lines above the header. */
  skipLines: z.int().min(0).max(100).default(0),
  decimal: z.enum(['.', ',']).default('.'),
  unit: z.enum(['yuan', 'fen']).default('yuan'),
  dateFormat: z.string().min(2).max(40).default('YYYY-MM-DD'),
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
    files: z
      .array(z.discriminatedUnion('entity', [entityFile, lookupFile]))
      .min(1)
      .max(100),
  })
  .superRefine((profile, context) => {
    const lookups = lookupColumns(profile.files)
    profile.files.forEach((file, index) => {
      const complain: Complaint = (path, message) =>
        context.addIssue({ code: 'custom', path: ['files', index, ...path], message })
      if (!file.header && !file.columns) complain(['columns'], 'a file without a header needs "columns"')
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
  readonly dateFormat: string
  readonly yearPivot?: number
}

/** Columns that may be taken, by lookup name. */
type LookupColumns = ReadonlyMap<string, readonly string[]>

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
