import { dateFormatFault } from '../domain/imports/date-format.ts'
import { fieldsOf, type ImportEntity, OWNED_BY_CUSTOMER_OR_ACCOUNT } from '../domain/imports/import-fields.ts'
import type { Expression } from './import-expression.ts'

type Path = (string | number)[]
/** Takes a fault and where it is, below the file's own place in the profile. */
export type Complaint = (path: Path, message: string) => void

export interface FieldsToCheck {
  readonly entity: ImportEntity
  readonly fields: Readonly<Record<string, Expression>>
  readonly dateFormat: string
  readonly yearPivot?: number
}

/** Columns that may be taken, by lookup name. */
export type LookupColumns = ReadonlyMap<string, readonly string[]>

/** Every field is known, and none that the entity cannot do without is absent. */
export function checkFieldNames({ entity, fields }: FieldsToCheck, complain: Complaint): void {
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
export function checkDateFormats(file: FieldsToCheck, complain: Complaint): void {
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
export function checkLookups(file: FieldsToCheck, lookups: LookupColumns, complain: Complaint): void {
  for (const [name, expression] of Object.entries(file.fields)) {
    checkExpression(expression, lookups, [name], complain)
  }
}
