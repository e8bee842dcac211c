import type { Expression } from '../../../../shared/contract/import-expression.ts'

const PLACEHOLDERS = /\{([^{}]+)\}/g

/** The columns of the file that a field is read from, in the order in which they are asked. */
export function sourceColumns(expression: Expression): readonly string[] {
  if ('column' in expression) return [expression.column]
  if ('template' in expression)
    return [...expression.template.matchAll(PLACEHOLDERS)].map(([, name = '']) => name)
  if ('lookup' in expression) return sourceColumns(expression.by)
  if ('firstOf' in expression) return expression.firstOf.flatMap(sourceColumns)
  return []
}
