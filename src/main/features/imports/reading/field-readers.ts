import type { DateStep, Expression } from '../../../../shared/contract/import-expression.ts'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import {
  cleanText,
  codeReader,
  isRoundedNumber,
  MAX_KEY_LENGTH,
  MAX_TEXT_LENGTH,
  readCount,
  readPercent,
  shapeOf,
} from '../../../../shared/domain/imports/cleaning.ts'
import {
  type DateReader,
  dateFormatFault,
  dateReader,
} from '../../../../shared/domain/imports/date-format.ts'
import { type FieldSpec, fieldsOf } from '../../../../shared/domain/imports/import-fields.ts'
import type { RowProblem, RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
import { cleanKey } from '../../../../shared/domain/imports/key-text.ts'
import { readAmount } from '../../../../shared/domain/imports/money-text.ts'
import { isCellError, saysNothing } from '../../../../shared/domain/imports/no-value.ts'
import {
  type IdentityNumber,
  isDoubtful,
  readIdNumber,
} from '../../../../shared/domain/text/identity-number.ts'
import { readName } from '../../../../shared/domain/text/person-name.ts'
import { readPhone } from '../../../../shared/domain/text/phone.ts'
import { compileExpression, type ExpressionContext } from './expression.ts'
import { detached } from './record-splitter.ts'

export type FieldReader<Value> = (fields: readonly string[], issues: RecordIssues) => Value

/** A reader of text that is there, or the code of what is wrong with it. */
type TextReader<Value> = (text: string) => { readonly value: Value | null } | RowProblemCode

/** The text says that there is none. */
const NOTHING = { value: null } as const

interface FileContext extends ExpressionContext {
  readonly file: EntityFile
  /** True for workbooks, whose date cells come as `YYYY-MM-DD` whatever the profile says of text. */
  readonly isoDates: boolean
}

const ISO_DATE = 'YYYY-MM-DD'
const ISO_DATE_TIME = 'YYYY-MM-DD hh:mm:ss'
const WHITESPACE = /\s+/g

/** Unreadable dates and amounts would be wrong facts, not missing ones: they refuse the record even where optional. */
const ALWAYS_REFUSING: readonly RowProblemCode[] = [
  'date-unreadable',
  'amount-unreadable',
  'amount-out-of-range',
]

function limited(text: string, limit: number): { value: string } | RowProblemCode {
  return text.length > limit ? 'text-too-long' : { value: text }
}

/**
 * Binds an entity's fields to a profile's expressions: each method takes a field's name and gives the function that
 * reads it from a record. A field that the profile leaves out reads as null.
 */
export class FieldBinder {
  readonly #context: FileContext

  constructor(context: FileContext) {
    this.#context = context
  }

  /** Keys are what loaders remember, so they do not hold on to the file's text. */
  key(field: string): FieldReader<string | null> {
    return this.#bind(field, (text) => {
      if (isCellError(text)) return 'cell-error'
      if (saysNothing(text)) return NOTHING
      return isRoundedNumber(text) ? 'number-unreadable' : limited(detached(cleanKey(text)), MAX_KEY_LENGTH)
    })
  }

  text(field: string): FieldReader<string | null> {
    return this.#bind(field, (text) =>
      isCellError(text) ? 'cell-error' : limited(cleanText(text), MAX_TEXT_LENGTH),
    )
  }

  name(field: string): FieldReader<string | null> {
    return this.#bind(field, (text) => {
      const name = readName(text)
      return name.ok && !saysNothing(name.name) && !isCellError(name.name)
        ? { value: name.name }
        : 'name-unreadable'
    })
  }

  phone(field: string): FieldReader<string | null> {
    return this.#bind(field, (text) => {
      if (isCellError(text)) return 'cell-error'
      if (saysNothing(text)) return NOTHING
      const phone = readPhone(text)
      return phone.ok ? { value: phone.number } : 'phone-unreadable'
    })
  }

  /** A number that its check digit does not vouch for is kept, and flagged. */
  idNumber(field: string): FieldReader<IdentityNumber | null> {
    const read = this.#bind<IdentityNumber>(field, (text) => {
      if (isCellError(text)) return 'cell-error'
      if (saysNothing(text)) return NOTHING
      return isRoundedNumber(text) ? 'number-unreadable' : { value: readIdNumber(text) }
    })
    return (fields, issues) => {
      const id = read(fields, issues)
      if (id !== null && isDoubtful(id)) issues.flag('id-unverified', field, '')
      return id
    }
  }

  date(field: string): FieldReader<string | null> {
    const expression = this.#expression(field)
    const read = this.#dateReader(expression?.date ?? {})
    return this.#bind(field, (text) => {
      const on = read(text)
      return on === null ? 'date-unreadable' : { value: on }
    })
  }

  /** Integer fen, signed as the profile says. */
  money(field: string): FieldReader<number | null> {
    const given = this.#expression(field)?.amount ?? {}
    const format = { ...this.#context.amount, ...given }
    return this.#bind(field, (text) => {
      const fen = readAmount(text, format)
      if (typeof fen === 'string') return fen
      if (given.sign === 'drop') return { value: Math.abs(fen) }
      return { value: given.sign === 'flip' && fen !== 0 ? -fen : fen }
    })
  }

  percent(field: string): FieldReader<number | null> {
    return this.#number(field, (text) => readPercent(text, this.#context.amount.decimal))
  }

  count(field: string): FieldReader<number | null> {
    return this.#number(field, readCount)
  }

  code<Code extends string>(field: string, spec: FieldSpec<Code>): FieldReader<Code | null> {
    const read = codeReader(spec)
    return this.#bind(field, (text) => {
      const code = read(text)
      return code === null ? 'code-unknown' : { value: code }
    })
  }

  #number(field: string, read: (text: string) => number | null): FieldReader<number | null> {
    return this.#bind(field, (text) => {
      const value = read(text.replace(WHITESPACE, ''))
      return value === null ? 'number-unreadable' : { value }
    })
  }

  #expression(field: string): Expression | undefined {
    return this.#context.file.fields[field]
  }

  #dateReader(step: DateStep): DateReader {
    const { file, isoDates } = this.#context
    const format = step.format ?? file.dateFormat
    const yearPivot = step.yearPivot ?? file.yearPivot
    const fault = dateFormatFault(format, yearPivot)
    if (fault !== null) throw new AppError('imports.profileInvalid', { path: format, reason: fault })
    const read = dateReader(format, {
      ...(yearPivot === undefined ? {} : { yearPivot }),
      ...(step.monthOffset === undefined ? {} : { monthOffset: step.monthOffset }),
    })
    if (!isoDates) return read
    const iso = [dateReader(ISO_DATE), dateReader(ISO_DATE_TIME)]
    return (text) => read(text) ?? iso[0]?.(text) ?? iso[1]?.(text) ?? null
  }

  #bind<Value>(field: string, read: TextReader<Value>): FieldReader<Value | null> {
    const expression = this.#expression(field)
    if (!expression) return () => null
    const { read: source, unknown } = compileExpression(expression, this.#context)
    const required = fieldsOf(this.#context.file.entity)[field]?.required === true

    function complain(issues: RecordIssues, code: RowProblemCode, text: string): null {
      if (required || ALWAYS_REFUSING.includes(code)) issues.refuse(code, field, text)
      else issues.flag(code, field, text)
      return null
    }

    return (fields, issues) => {
      const text = source(fields)
      if (text === null) return complain(issues, unknown, '')
      if (text === '') return required ? complain(issues, 'required-missing', '') : null
      const result = read(text)
      if (typeof result === 'string') return complain(issues, result, text)
      return result.value === null && required ? complain(issues, 'required-missing', '') : result.value
    }
  }
}

/** What is found out about one record while its fields are read; used again for the next record. */
export class RecordIssues {
  #problems: RowProblem[] = []
  #refused = false

  /** The record may not enter the database. */
  refuse(code: RowProblemCode, field: string, value: string): void {
    this.#refused = true
    this.#add(code, field, value)
  }

  /** The record enters, but without this field, or with it marked. */
  flag(code: RowProblemCode, field: string, value: string): void {
    this.#add(code, field, value)
  }

  get refused(): boolean {
    return this.#refused
  }

  get found(): boolean {
    return this.#problems.length > 0
  }

  /** @returns the problems of the record at hand, and forgets them */
  take(): readonly RowProblem[] {
    const problems = this.#problems
    this.#problems = []
    this.#refused = false
    return problems
  }

  #add(code: RowProblemCode, field: string, value: string): void {
    this.#problems.push(value === '' ? { code, field } : { code, field, valueShape: shapeOf(value) })
  }
}
