import type { Expression, ExpressionSteps } from '../../../../shared/contract/import-expression.ts'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { cellFault } from '../../../../shared/domain/imports/cell-fault.ts'
import {
  type CellKind,
  type CellReader,
  cellReader,
  DEFAULT_NULLS,
  NO_NULLS,
  plainCode,
} from '../../../../shared/domain/imports/cell-text.ts'
import type { RowProblem, RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'
import { digitsOfNumber, plainKey } from '../../../../shared/domain/imports/key-text.ts'
import { type AmountFormat, readAmount } from '../../../../shared/domain/imports/money-text.ts'
import { columnAt } from './text/column-names.ts'

/** One column of a lookup file by the file's key. */
export type LookupColumn = ReadonlyMap<string, string>

/** Lookup name → column taken → key → value. */
export type Lookups = ReadonlyMap<string, ReadonlyMap<string, LookupColumn>>

export const NO_LOOKUPS: Lookups = new Map()

/** How the cells that one field asks for are read. */
export interface CellForm {
  readonly kind: CellKind
  /** Texts that mean nothing, besides the empty one. */
  readonly nulls: ReadonlySet<string>
}

export type RecordFilter = (fields: readonly string[]) => boolean

/**
 * @returns the position of a column by its name
 * @throws AppError as `columnAt`
 */
export function columnFinder(header: readonly string[], file: string): (name: string) => number {
  return (name) => columnAt(header, name, file)
}

/** The filters of a file, `where` and `unless`, as one test over a record's fields. A word for nothing counts as empty. */
export function compileFilter(profile: FileProfile, columnIndex: (name: string) => number): RecordFilter {
  const tests = [
    ...Object.entries(profile.where).map(([column, values]) => ({ column, values, wanted: true })),
    ...Object.entries(profile.unless).map(([column, values]) => ({ column, values, wanted: false })),
  ].map(({ column, values, wanted }) => {
    const index = columnIndex(column)
    const accepted = new Set([values].flat())
    const said = cellReader('code', profile.nulls ? new Set(profile.nulls) : DEFAULT_NULLS)
    const unguarded = cellReader('code', NO_NULLS)
    return (fields: readonly string[]) => {
      const text = (fields[index] ?? '').trim()
      return (accepted.has(text) || accepted.has(unguarded(text)) || accepted.has(said(text))) === wanted
    }
  })
  return (fields) => tests.every((test) => test(fields))
}

/** Why the filters cannot judge a record: an error in a cell is no reason to leave it out, nor to take it in, unseen. */
export function compileFilterFault(
  profile: FileProfile,
  columnIndex: (name: string) => number,
): (fields: readonly string[]) => RowProblem | null {
  const indexes = [...Object.keys(profile.where), ...Object.keys(profile.unless)].map(columnIndex)
  return (fields) => {
    for (const index of indexes) {
      const code = cellFault((fields[index] ?? '').trim())
      if (code !== null) return { code }
    }
    return null
  }
}

/** A record's text for one field: empty when the file says nothing, null when it says what the profile does not know. */
export type TextSource = (fields: readonly string[]) => string | null

export interface CompiledExpression {
  readonly read: TextSource
  /** What a null means. */
  readonly unknown: RowProblemCode
}

export interface ExpressionContext {
  /** @returns the column's position; refuses a column that the file has not */
  readonly columnIndex: (name: string) => number
  readonly lookups: Lookups
  readonly amount: AmountFormat
  /** The record at hand, for the source `line`. */
  readonly place: { readonly line: number }
  readonly cells: CellForm
  /** The field is an amount: a word of `emptyWhen` that is nought stands for every way to write nought. */
  readonly isAmount?: boolean
}

const PLACEHOLDER = /\{([^{}]+)\}/g

type Step = (text: string) => string | null

function numberIn(text: string): number | null {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? null : number
}

function rangeStep(ranges: NonNullable<ExpressionSteps['ranges']>, otherwise: string | undefined): Step {
  return (text) => {
    const number = numberIn(text)
    const hit = number === null ? undefined : ranges.find(({ from, to }) => number >= from && number <= to)
    return hit?.value ?? otherwise ?? null
  }
}

function signStep(words: NonNullable<ExpressionSteps['bySign']>, amount: AmountFormat): Step {
  return (text) => {
    const fen = readAmount(text, amount)
    if (typeof fen !== 'number') return null
    if (fen === 0) return ''
    return (fen > 0 ? words.positive : words.negative) ?? ''
  }
}

function mapStep(map: NonNullable<ExpressionSteps['map']>, otherwise: string | undefined): Step {
  const values = new Map(Object.entries(map))
  return (text) => values.get(text) ?? values.get(plainCode(text)) ?? otherwise ?? null
}

const DIGITS = /^\d+$/

/** The digits of a key that was stored as a number; null where some of them are lost. */
function numberStep({ pad = 0 }: NonNullable<ExpressionSteps['number']>): Step {
  return (text) => {
    const digits = digitsOfNumber(plainKey(text))
    return DIGITS.test(digits) ? digits.padStart(pad, '0') : null
  }
}

function stepsOf(expression: ExpressionSteps, context: ExpressionContext): Step[] {
  const { number, slice, ranges, bySign, map, otherwise } = expression
  const steps: Step[] = []
  if (number) steps.push(numberStep(number))
  if (slice) steps.push((text) => text.slice(slice.from - 1, slice.from - 1 + slice.length))
  if (ranges) steps.push(rangeStep(ranges, otherwise))
  if (bySign) steps.push(signStep(bySign, { ...context.amount, ...expression.amount }))
  if (map) steps.push(mapStep(map, otherwise))
  return steps
}

/** `"0.00"` among the empty words of an amount stands for `0`, `.00` and `0.0000` too. */
function emptyTest(
  expression: ExpressionSteps,
  context: ExpressionContext,
): ((text: string) => boolean) | null {
  const words = new Set(expression.emptyWhen ?? [])
  if (words.size === 0) return null
  const format = { ...context.amount, ...expression.amount }
  const nought = context.isAmount === true && [...words].some((word) => readAmount(word, format) === 0)
  if (!nought) return (text) => words.has(text)
  return (text) => words.has(text) || readAmount(text, format) === 0
}

/** Nothing stays nothing, and an error an error: steps see only text that is there. */
function withSteps(read: TextSource, expression: ExpressionSteps, context: ExpressionContext): TextSource {
  const steps = stepsOf(expression, context)
  const isEmpty = emptyTest(expression, context)
  if (steps.length === 0 && !isEmpty) return read
  return (fields) => {
    let text = read(fields)
    if (text !== null && isEmpty?.(text)) return ''
    if (text !== null && cellFault(text) !== null) return text
    for (const step of steps) {
      if (text === null || text === '') return text
      text = step(text)
    }
    return text
  }
}

function cellOf({ cells }: ExpressionContext): CellReader {
  return cellReader(cells.kind, cells.nulls)
}

/** A word that the profile itself gives a meaning does not mean nothing. */
function withMeanings(expression: ExpressionSteps, context: ExpressionContext): ExpressionContext {
  const { map, otherwise } = expression
  if (otherwise !== undefined) return { ...context, cells: { ...context.cells, nulls: NO_NULLS } }
  if (!map) return context
  const nulls = new Set([...context.cells.nulls].filter((word) => !Object.hasOwn(map, word)))
  return { ...context, cells: { ...context.cells, nulls } }
}

function columnSource(name: string, context: ExpressionContext): TextSource {
  const index = context.columnIndex(name)
  const read = cellOf(context)
  return (fields) => read(fields[index] ?? '')
}

function templateSource(template: string, context: ExpressionContext): TextSource {
  const parts = template.split(PLACEHOLDER)
  const sources = parts.map((part, at) => (at % 2 === 1 ? columnSource(part, context) : () => part))
  return (fields) => {
    let text = ''
    for (let at = 0; at < sources.length; at++) {
      const piece = sources[at]?.(fields) ?? ''
      if (at % 2 === 1 && (piece === '' || cellFault(piece) !== null)) return piece
      text += piece
    }
    return text
  }
}

function lookupSource(
  { lookup, by, take }: Extract<Expression, { lookup: string }>,
  context: ExpressionContext,
): TextSource {
  const values = context.lookups.get(lookup)?.get(take)
  if (!values) throw new AppError('imports.profileInvalid', { path: `${lookup}.${take}` })
  const key = compileExpression(by, { ...context, cells: { ...context.cells, kind: 'code' } }).read
  const read = cellOf(context)
  return (fields) => {
    const text = key(fields)
    if (text === null || text === '' || cellFault(text) !== null) return text
    const value = values.get(plainKey(text))
    return value === undefined ? null : read(value)
  }
}

/** A code that one source does not know is a reason to ask the next one. */
function firstOfSource(expressions: readonly Expression[], context: ExpressionContext): TextSource {
  const sources = expressions.map((each) => compileExpression(each, context).read)
  return (fields) => {
    let unknown = false
    for (const source of sources) {
      const text = source(fields)
      if (text) return text
      unknown ||= text === null
    }
    return unknown ? null : ''
  }
}

function sourceOf(expression: Expression, context: ExpressionContext): TextSource {
  if ('column' in expression) return columnSource(expression.column, context)
  if ('constant' in expression) return () => expression.constant
  if ('line' in expression) return () => String(context.place.line)
  if ('template' in expression) return templateSource(expression.template, context)
  if ('lookup' in expression) return lookupSource(expression, context)
  return firstOfSource(expression.firstOf, context)
}

/**
 * Turns a profile's expression into a function over a record's fields.
 * @throws AppError imports.missingColumn, imports.profileInvalid for a lookup or column of it that is not there
 */
export function compileExpression(expression: Expression, context: ExpressionContext): CompiledExpression {
  const read = withSteps(sourceOf(expression, withMeanings(expression, context)), expression, context)
  const joins = 'lookup' in expression && !expression.map && !expression.ranges
  if (expression.number && !joins) return { read, unknown: 'number-unreadable' }
  return { read, unknown: joins ? 'lookup-missing' : 'code-unknown' }
}
