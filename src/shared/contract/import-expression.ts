import { z } from 'zod'
import { RATE_UNITS } from '../domain/imports/cleaning.ts'

/** More than any column's name, code or template a person writes into a profile; a file's own texts have their own bounds. */
const LONGEST_TEXT = 2_000

/** Text in an import profile. */
export const profileText = z.string().max(LONGEST_TEXT)

/** The same where nothing cannot be meant: a column, a sheet, a lookup. */
export const profileName = profileText.min(1)

/** One date format, or several of which each value takes the first that fits. */
const oneDateFormat = z.string().min(2).max(40)
export const dateFormats = z.union([oneDateFormat, z.array(oneDateFormat).min(1).max(8)])

/** Dates such as 9999-12-31 that say there is none. */
export const fillerDates = z.enum(['auto', 'empty', 'refuse'])

const signWord = z.string().min(1).max(10)
/** Words for a sign beside an amount (`CR`, `借`), or COBOL's sign over the last digit. */
export const signMarks = z.union([
  z.literal('overpunch'),
  z.strictObject({
    positive: z.exactOptional(z.array(signWord).max(10)),
    negative: z.exactOptional(z.array(signWord).max(10)),
  }),
])

export const amountUnit = z.enum(['yuan', 'fen', 'wan'])
export const rateUnit = z.enum(RATE_UNITS)

const amountStep = z.strictObject({
  decimal: z.exactOptional(z.enum(['.', ','])),
  unit: z.exactOptional(amountUnit),
  signMarks: z.exactOptional(signMarks),
  /** `drop` for files that sign outgoing money and name the direction as well; `flip` turns the sign round. */
  sign: z.exactOptional(z.enum(['keep', 'drop', 'flip'])),
})

const dateStep = z.strictObject({
  format: z.exactOptional(dateFormats),
  yearPivot: z.exactOptional(z.int().min(0).max(100)),
  /** Taken off months above it: 50 where a birth number marks women by month + 50. */
  monthOffset: z.exactOptional(z.int().min(12).max(80)),
  fillerDates: z.exactOptional(fillerDates),
})

const rateStep = z.strictObject({ unit: rateUnit })

/** A key that was stored as a number: its digits, filled with zeros in front. */
const numberStep = z.strictObject({ pad: z.exactOptional(z.int().min(1).max(40)) })

const range = z.strictObject({ from: z.number(), to: z.number(), value: profileText })

/** What may be done to a source's text, in this order; `date`, `amount` and `rate` only where the field is one. */
const steps = {
  /** Texts that mean "nothing", besides the empty one. */
  emptyWhen: z.exactOptional(z.array(profileText).min(1)),
  number: z.exactOptional(numberStep),
  /** A part of the text: `from` counts characters from 1. */
  slice: z.exactOptional(z.strictObject({ from: z.int().min(1), length: z.int().min(1) })),
  /** The text as a number falls into one of these, both ends included. */
  ranges: z.exactOptional(z.array(range).min(1)),
  /** A word for an amount by its sign; zero is empty. */
  bySign: z.exactOptional(
    z.strictObject({ positive: z.exactOptional(profileText), negative: z.exactOptional(profileText) }),
  ),
  map: z.exactOptional(z.record(profileText, profileText)),
  /** What a text becomes that is neither empty nor in `map` (or in no range); otherwise it is a problem. */
  otherwise: z.exactOptional(profileText),
  date: z.exactOptional(dateStep),
  amount: z.exactOptional(amountStep),
  rate: z.exactOptional(rateStep),
}

const columnSource = z.strictObject({ column: profileName, ...steps })
const constantSource = z.strictObject({ constant: profileText, ...steps })
/** The line of the file that the record begins on: the only key of a file that has none. */
const lineSource = z.strictObject({ line: z.literal(true), ...steps })
const templateSource = z.strictObject({
  /** Text with `{column}` in it; empty as soon as one of its columns is. */
  template: profileName,
  ...steps,
})
const lookupSource = z.strictObject({
  lookup: profileName,
  get by(): typeof expressionSchema {
    return expressionSchema
  },
  take: profileName,
  ...steps,
})
const firstOfSource = z.strictObject({
  /** The first of these that is not empty after its own steps. */
  get firstOf(): z.ZodArray<typeof expressionSchema> {
    return z.array(expressionSchema).min(1)
  },
  ...steps,
})

/** Where a field's text comes from (one source), and what is done to it on the way. */
export const expressionSchema: z.ZodType<Expression> = z.union([
  columnSource,
  constantSource,
  lineSource,
  templateSource,
  lookupSource,
  firstOfSource,
])

export type DateStep = z.output<typeof dateStep>
export type AmountStep = z.output<typeof amountStep>
export type RateStep = z.output<typeof rateStep>
export type NumberStep = z.output<typeof numberStep>

export interface ExpressionSteps {
  readonly emptyWhen?: readonly string[]
  readonly number?: NumberStep
  readonly slice?: { readonly from: number; readonly length: number }
  readonly ranges?: readonly { readonly from: number; readonly to: number; readonly value: string }[]
  readonly bySign?: { readonly positive?: string; readonly negative?: string }
  readonly map?: Readonly<Record<string, string>>
  readonly otherwise?: string
  readonly date?: DateStep
  readonly amount?: AmountStep
  readonly rate?: RateStep
}

export type ExpressionSource =
  | { readonly column: string }
  | { readonly constant: string }
  | { readonly line: true }
  | { readonly template: string }
  | { readonly lookup: string; readonly by: Expression; readonly take: string }
  | { readonly firstOf: readonly Expression[] }

export type Expression = ExpressionSource & ExpressionSteps
