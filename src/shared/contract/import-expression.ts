import { z } from 'zod'

/** More than any column's name, code or template a person writes into a profile; a file's own texts have their own bounds. */
const LONGEST_TEXT = 2_000

/** Text in an import profile. */
export const profileText = z.string().max(LONGEST_TEXT)

/** The same where nothing cannot be meant: a column, a sheet, a lookup. */
export const profileName = profileText.min(1)

const amountStep = z.strictObject({
  decimal: z.exactOptional(z.enum(['.', ','])),
  unit: z.exactOptional(z.enum(['yuan', 'fen'])),
  /** `drop` for files that sign outgoing money and name the direction as well; `flip` turns the sign round. */
  sign: z.exactOptional(z.enum(['keep', 'drop', 'flip'])),
})

const dateStep = z.strictObject({
  format: z.exactOptional(z.string().min(2).max(40)),
  yearPivot: z.exactOptional(z.int().min(0).max(100)),
  /** Taken off months above it: 50 where a birth number marks women by month + 50. */
  monthOffset: z.exactOptional(z.int().min(12).max(80)),
})

const range = z.strictObject({ from: z.number(), to: z.number(), value: profileText })

/** What may be done to a source's text, in this order; `date` and `amount` only where the field is one. */
const steps = {
  /** Texts that mean "nothing", besides the empty one. */
  emptyWhen: z.exactOptional(z.array(profileText).min(1)),
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

export interface ExpressionSteps {
  readonly emptyWhen?: readonly string[]
  readonly slice?: { readonly from: number; readonly length: number }
  readonly ranges?: readonly { readonly from: number; readonly to: number; readonly value: string }[]
  readonly bySign?: { readonly positive?: string; readonly negative?: string }
  readonly map?: Readonly<Record<string, string>>
  readonly otherwise?: string
  readonly date?: DateStep
  readonly amount?: AmountStep
}

export type ExpressionSource =
  | { readonly column: string }
  | { readonly constant: string }
  | { readonly line: true }
  | { readonly template: string }
  | { readonly lookup: string; readonly by: Expression; readonly take: string }
  | { readonly firstOf: readonly Expression[] }

export type Expression = ExpressionSource & ExpressionSteps
