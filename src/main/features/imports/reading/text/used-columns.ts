import type { Expression } from '../../../../../shared/contract/import-expression.ts'
import type { FileProfile } from '../../../../../shared/contract/import-profile.ts'

/** What a profile asks of a file's columns, by name. */
export interface ColumnUse {
  /** Every column that is asked for. */
  readonly uses: readonly string[]
  /** Those that the record's own key is made of. */
  readonly keys: readonly string[]
}

export const NO_COLUMNS: ColumnUse = { uses: [], keys: [] }

const PLACEHOLDER = /\{([^{}]+)\}/g

function columnsOf(expression: Expression): readonly string[] {
  if ('column' in expression) return [expression.column]
  if ('template' in expression) {
    return [...expression.template.matchAll(PLACEHOLDER)].flatMap(([, name]) => (name ? [name] : []))
  }
  if ('lookup' in expression) return columnsOf(expression.by)
  if ('firstOf' in expression) return expression.firstOf.flatMap(columnsOf)
  return []
}

/** The columns that a profile names, with which a header is told from the titles above it. */
export function columnUse(profile: FileProfile): ColumnUse {
  const filters = [...Object.keys(profile.where), ...Object.keys(profile.unless)]
  if (profile.entity === 'lookup') {
    return { uses: [profile.key, ...profile.take, ...filters], keys: [profile.key] }
  }
  const { key } = profile.fields
  return {
    uses: [...Object.values(profile.fields).flatMap(columnsOf), ...filters],
    keys: key === undefined ? [] : columnsOf(key),
  }
}
