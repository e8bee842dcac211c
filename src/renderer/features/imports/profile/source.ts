import type { Expression, ExpressionSteps } from '../../../../shared/contract/import-expression.ts'
import type { LookupFile } from '../../../../shared/contract/import-profile.ts'

/** Where the mapping screen says that a field comes from. */
export const SOURCE_KINDS = ['none', 'column', 'constant', 'template', 'lookup', 'advanced'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Steps that the screen has controls for; an expression with any other is shown as its text. */
const EDITABLE_STEPS: readonly string[] = ['map', 'otherwise', 'date', 'amount']
const SOURCE_PARTS: readonly string[] = ['column', 'constant', 'template', 'lookup', 'by', 'take']

/** How an expression is edited. Nothing is lost: what the controls cannot show is edited as text. */
export function sourceKindOf(expression: Expression | undefined): SourceKind {
  if (expression === undefined) return 'none'
  const known = [...EDITABLE_STEPS, ...SOURCE_PARTS]
  if (Object.keys(expression).some((part) => !known.includes(part))) return 'advanced'
  if ('column' in expression) return 'column'
  if ('constant' in expression) return 'constant'
  if ('template' in expression) return 'template'
  if ('lookup' in expression && isPlainColumn(expression.by)) return 'lookup'
  return 'advanced'
}

function isPlainColumn(expression: Expression): boolean {
  return 'column' in expression && Object.keys(expression).length === 1
}

/** What a new source can be made of. */
export interface SourceChoices {
  readonly columns: readonly string[]
  readonly lookups: readonly LookupFile[]
  /** Allowed values, for a field that is a code. */
  readonly codes: readonly string[]
}

/** An expression of another kind for the same field, with the steps it had; null for none. */
export function withKind(
  kind: SourceKind,
  previous: Expression | undefined,
  choices: SourceChoices,
): Expression | null {
  const steps = previous === undefined ? {} : stepsOf(previous)
  const column = choices.columns[0] ?? ''
  switch (kind) {
    case 'none':
      return null
    case 'column':
      return { column, ...steps }
    case 'constant':
      return { constant: choices.codes[0] ?? '' }
    case 'template':
      return { template: `{${column}}`, ...steps }
    case 'lookup': {
      const lookup = choices.lookups[0]
      return { lookup: lookup?.name ?? '', by: { column }, take: lookup?.take[0] ?? '', ...steps }
    }
    case 'advanced':
      return previous === undefined ? { firstOf: [{ column }] } : { firstOf: [previous] }
  }
}

/** The steps alone, without the source they belong to. */
export function stepsOf(expression: Expression): ExpressionSteps {
  const steps = Object.entries(expression).filter(
    ([part]) => !SOURCE_PARTS.includes(part) && part !== 'firstOf',
  )
  return Object.fromEntries(steps)
}

/** The expression with a step set, or without it where the value is undefined. */
export function withStep<Step extends keyof ExpressionSteps>(
  expression: Expression,
  step: Step,
  value: ExpressionSteps[Step] | undefined,
): Expression {
  const { [step]: _previous, ...rest } = expression
  return (value === undefined ? rest : { ...rest, [step]: value }) as Expression
}
