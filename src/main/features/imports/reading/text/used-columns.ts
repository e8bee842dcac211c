import type { FileProfile } from '../../../../../shared/contract/import-profile.ts'
import { columnsOf } from '../source-columns.ts'

/** What a profile asks of a file's columns, by name. */
export interface ColumnUse {
  /** Every column that is asked for. */
  readonly uses: readonly string[]
  /** Those that the record's own key is made of. */
  readonly keys: readonly string[]
}

export const NO_COLUMNS: ColumnUse = { uses: [], keys: [] }

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
