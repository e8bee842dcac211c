import type { Expression } from '../../../../shared/contract/import-expression.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'

/** The first text that a plain column has in the sample; empty for other sources, the preview shows those. */
export function firstSample(expression: Expression | undefined, sample: DetectedFile | null): string {
  return sampledTexts(expression, sample)[0] ?? ''
}

/** Every different text that a plain column has in the sample, in the order of the file. */
export function sampledTexts(
  expression: Expression | undefined,
  sample: DetectedFile | null,
): readonly string[] {
  if (expression === undefined || sample === null || !('column' in expression)) return []
  const column = sample.header.indexOf(expression.column)
  // A masked cell is nothing that a rule could be made for.
  if (column < 0 || sample.maskedColumns.includes(expression.column)) return []
  const texts = sample.sample.map((line) => (line[column] ?? '').trim())
  return [...new Set(texts)].filter((text) => text !== '')
}
