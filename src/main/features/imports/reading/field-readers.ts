import type { DateStep, Expression } from '../../../../shared/contract/import-expression.ts'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { phoneEntriesText } from '../../../../shared/domain/customer/phone-entries.ts'
import { cellFault } from '../../../../shared/domain/imports/cell-fault.ts'
import {
  type CellKind,
  DEFAULT_AMOUNT_NULLS,
  DEFAULT_NULLS,
} from '../../../../shared/domain/imports/cell-text.ts'
import {
  codeReader,
  MAX_KEY_LENGTH,
  MAX_TEXT_LENGTH,
  readCount,
  readPercent,
  readText,
} from '../../../../shared/domain/imports/cleaning.ts'
import {
  type DateReader,
  dateFormatFault,
  dateReader,
} from '../../../../shared/domain/imports/date-format.ts'
import { NO_DATE, saysNever } from '../../../../shared/domain/imports/date-parts.ts'
import { withoutMarkup } from '../../../../shared/domain/imports/html-text.ts'
import { type FieldSpec, fieldsOf } from '../../../../shared/domain/imports/import-fields.ts'
import type { CustomerRow, RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
import {
  digitsOfNumber,
  hasLostCardDigits,
  hasLostIdDigits,
  isBrokenKey,
  plainKey,
  readKey,
} from '../../../../shared/domain/imports/key-text.ts'
import { readAmount } from '../../../../shared/domain/imports/money-text.ts'
import { saysNothing } from '../../../../shared/domain/imports/no-value.ts'
import {
  type IdentityNumber,
  isDoubtful,
  readIdNumber,
} from '../../../../shared/domain/text/identity-number.ts'
import { readName } from '../../../../shared/domain/text/person-name.ts'
import { readPhoneCell } from '../../../../shared/domain/text/phone-cell.ts'
import { detached } from './detached-text.ts'
import { compileExpression, type ExpressionContext } from './expression.ts'
import { believedText, type RecordDoubt } from './record-doubt.ts'
import type { RecordIssues } from './record-issues.ts'
import { readOrFail, type TextReader } from './text-reader.ts'

export type FieldReader<Value> = (fields: readonly string[], issues: RecordIssues) => Value

/** The text says that there is none. */
const NOTHING = { value: null } as const
/** The text says nothing at all: what is stored stays. */
const UNSAID = { value: null } as const

interface FileContext extends ExpressionContext {
  readonly file: EntityFile
  /** Of a workbook, whose date cells come as `YYYY-MM-DD` whatever the profile says of text; null for text files. */
  readonly held: HeldValues | null
  /** For records in which something may be wrong: each field is looked at before it is read. Null for all others. */
  readonly doubt: RecordDoubt | null
}

/** What the numbers of the record at hand hold, beside what its cells show; set anew for each record. */
export class HeldValues {
  row: readonly string[] = []
}

const ISO_DATE = 'YYYY-MM-DD'
const ISO_DATE_TIME = 'YYYY-MM-DD hh:mm:ss'
const WHITESPACE = /\s+/g
/** A number cell's text, whose fraction never ends in a nought as a group of thousands may. */
const NUMBER_CELL = /^-?\d+\.\d*[1-9]$/
const GROUPING = /[\s-]/g
/** What a conversion leaves where it does not know a character. */
const LOST_IN_NAME = /[\ufffd?？□■〓]/

const NO_PHONE = { phone: null, phoneEntries: null }

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
      if (saysNothing(text)) return NOTHING
      const key = readKey(detached(text))
      return key === null ? 'number-unreadable' : limited(key, MAX_KEY_LENGTH)
    })
  }

  /** Without the blanks and dashes that group its digits. */
  cardNumber(field: string): FieldReader<string | null> {
    return this.#bind(field, (text) => {
      const number = plainKey(text).replace(GROUPING, '')
      const broken = isBrokenKey(number) || hasLostCardDigits(number)
      return broken ? 'number-unreadable' : limited(detached(number), MAX_KEY_LENGTH)
    })
  }

  text(field: string): FieldReader<string | null> {
    return this.#bind(
      field,
      (text) => {
        const clean = readText(text)
        return clean === null ? 'character-lost' : limited(clean, MAX_TEXT_LENGTH)
      },
      'text',
    )
  }

  /** A name in which a character was lost on the way is better than no customer: it is kept, and flagged. */
  name(field: string): FieldReader<string | null> {
    const read = this.#bind(
      field,
      (text) => {
        const name = readName(text.includes('&') ? withoutMarkup(text) : text)
        return name.ok && !saysNothing(name.name) ? { value: name.name } : 'name-unreadable'
      },
      'text',
    )
    return (fields, issues) => {
      const name = read(fields, issues)
      if (name !== null && LOST_IN_NAME.test(name)) issues.flag('character-lost', field, '')
      return name
    }
  }

  /** A cell with one number or several; what beside them is no number is flagged. */
  phone(field: string): FieldReader<Pick<CustomerRow, 'phone' | 'phoneEntries'>> {
    const read = this.#bind(field, (text) => {
      if (saysNothing(text)) return NOTHING
      const cell = readPhoneCell(digitsOfNumber(text))
      return cell.ok ? { value: cell } : 'phone-unreadable'
    })
    return (fields, issues) => {
      const cell = read(fields, issues)
      if (cell === null) return NO_PHONE
      if (cell.unread) issues.flag('phone-rest-unread', field, '')
      return { phone: cell.entries[0].number, phoneEntries: phoneEntriesText(cell.entries) }
    }
  }

  /** A number that its check digit does not vouch for is kept, and flagged. */
  idNumber(field: string): FieldReader<IdentityNumber | null> {
    const read = this.#bind<IdentityNumber>(field, (text) => {
      if (saysNothing(text)) return NOTHING
      const number = digitsOfNumber(plainKey(text))
      const broken = isBrokenKey(number) || hasLostIdDigits(number)
      return broken ? 'number-unreadable' : { value: readIdNumber(number) }
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
    const required = this.#isRequired(field)
    const endsTerm = fieldsOf(this.#context.file.entity)[field]?.endsTerm === true
    const isEmpty = (expression?.date?.fillerDates ?? this.#context.file.fillerDates) === 'empty'
    return this.#bind<string | null>(field, (text) => {
      const on = read(text)
      if (on === null || (on === NO_DATE && required)) return 'date-unreadable'
      if (on !== NO_DATE) return { value: on }
      return isEmpty || (endsTerm && saysNever(text)) ? NOTHING : UNSAID
    })
  }

  /** Integer fen, signed as the profile says. */
  money(field: string): FieldReader<number | null> {
    const given = this.#expression(field)?.amount ?? {}
    const format = { ...this.#context.amount, ...given }
    const written = this.#numberText(format.decimal)
    const read = (text: string): { value: number } | RowProblemCode => {
      const fen = readAmount(written(text), format)
      if (typeof fen === 'string') return fen
      if (given.sign === 'drop') return { value: Math.abs(fen) }
      return { value: given.sign === 'flip' && fen !== 0 ? -fen : fen }
    }
    return this.#bindNumber(field, read, 'amount')
  }

  percent(field: string): FieldReader<number | null> {
    const { decimal } = this.#context.amount
    const unit = this.#expression(field)?.rate?.unit ?? this.#context.file.rateUnit
    const written = this.#numberText(decimal)
    return this.#number(field, (text) => readPercent(written(text), decimal, unit))
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
    return this.#bindNumber(field, (text) => {
      const value = read(text.replace(WHITESPACE, ''))
      return value === null ? 'number-unreadable' : { value }
    })
  }

  #expression(field: string): Expression | undefined {
    return this.#context.file.fields[field]
  }

  #dateReader(step: DateStep): DateReader {
    const { file, held } = this.#context
    const format = step.format ?? file.dateFormat
    const yearPivot = step.yearPivot ?? file.yearPivot
    const fault = dateFormatFault(format, yearPivot)
    if (fault !== null)
      throw new AppError('imports.profileInvalid', { path: [format].flat().join(), reason: fault })
    const read = dateReader(format, {
      ...(yearPivot === undefined ? {} : { yearPivot }),
      ...(step.monthOffset === undefined ? {} : { monthOffset: step.monthOffset }),
      fillers: (step.fillerDates ?? file.fillerDates) === 'refuse' ? 'refuse' : 'empty',
    })
    if (held === null) return read
    const iso = [dateReader(ISO_DATE), dateReader(ISO_DATE_TIME)]
    return (text) => read(text) ?? iso[0]?.(text) ?? iso[1]?.(text) ?? null
  }

  #isRequired(field: string): boolean {
    return fieldsOf(this.#context.file.entity)[field]?.required === true
  }

  /** Cells of amounts count a dash as no way to say nothing: in an accountant's format it is nought. */
  #contextOf(kind: CellKind | 'amount'): ExpressionContext {
    const { cells } = this.#context
    if (kind !== 'amount') return { ...this.#context, cells: { ...cells, kind } }
    const nulls = cells.nulls === DEFAULT_NULLS ? DEFAULT_AMOUNT_NULLS : cells.nulls
    return { ...this.#context, isAmount: true, cells: { kind: 'code', nulls } }
  }

  /** Number cells have a point for their decimal mark, whatever the profile says of text. */
  #numberText(decimal: '.' | ','): (text: string) => string {
    if (this.#context.held === null || decimal === '.') return (text) => text
    return (text) => (NUMBER_CELL.test(text) ? text.replace('.', ',') : text)
  }

  /** Amounts and other figures mean what the cell holds. */
  #bindNumber<Value>(
    field: string,
    read: TextReader<Value>,
    kind: CellKind | 'amount' = 'code',
  ): FieldReader<Value | null> {
    const { held } = this.#context
    const bound = this.#bindText(field, read, kind)
    return held === null ? bound : (_, issues) => bound(held.row, issues)
  }

  /** Everything else means what people see; where that cannot be read, what the cell holds has the word. */
  #bind<Value>(field: string, read: TextReader<Value>, kind: CellKind = 'code'): FieldReader<Value | null> {
    const { held } = this.#context
    if (held === null) return this.#bindText(field, read, kind)
    const expression = this.#expression(field)
    if (!expression) return () => null
    const { read: source } = compileExpression(expression, this.#contextOf(kind))
    const bound = this.#bindText(field, read, kind)
    return (fields, issues) => {
      if (held.row === fields) return bound(fields, issues)
      const shown = source(fields)
      if (shown !== null && (shown === '' || typeof read(shown) !== 'string')) return bound(fields, issues)
      return bound(held.row, issues)
    }
  }

  #bindText<Value>(
    field: string,
    read: TextReader<Value>,
    kind: CellKind | 'amount',
  ): FieldReader<Value | null> {
    const expression = this.#expression(field)
    if (!expression) return () => null
    const { read: source, unknown } = compileExpression(expression, this.#contextOf(kind))
    const required = this.#isRequired(field)

    function complain(issues: RecordIssues, code: RowProblemCode, text: string): null {
      if (required || ALWAYS_REFUSING.includes(code)) issues.refuse(code, field, text)
      else issues.flag(code, field, text)
      return null
    }

    function readDoubtful(
      text: string,
      doubt: RecordDoubt,
      issues: RecordIssues,
    ): ReturnType<TextReader<Value>> {
      const believed = believedText(text, doubt, kind)
      if (typeof believed === 'string') return believed
      if (believed.isHalf) issues.flag('half-character', field, '')
      return readOrFail(read, believed.text)
    }

    const { doubt } = this.#context
    return (fields, issues) => {
      const text = source(fields)
      if (text === null) return complain(issues, unknown, '')
      if (text === '') return required ? complain(issues, 'required-missing', '') : null
      const fault = cellFault(text)
      if (fault !== null) return complain(issues, fault, text)
      const result = doubt === null ? readOrFail(read, text) : readDoubtful(text, doubt, issues)
      if (typeof result === 'string') return complain(issues, result, text)
      if (result.value !== null) return result.value
      if (required) return complain(issues, 'required-missing', '')
      if (result === UNSAID) issues.keep(field)
      return null
    }
  }
}
