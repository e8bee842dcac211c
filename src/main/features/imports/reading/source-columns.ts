import type { Expression } from '../../../../shared/contract/import-expression.ts'

const PLACEHOLDERS = /\{([^{}]+)\}/g

/** The columns of the file that an expression reads, each once, in the order in which they are asked. */
export function columnsOf(expression: Expression): readonly string[] {
  return [...new Set(allColumns(expression))]
}

function allColumns(expression: Expression): readonly string[] {
  if ('column' in expression) return [expression.column]
  if ('template' in expression)
    return [...expression.template.matchAll(PLACEHOLDERS)].map(([, name = '']) => name)
  if ('lookup' in expression) return allColumns(expression.by)
  if ('firstOf' in expression) return expression.firstOf.flatMap(allColumns)
  return []
}
