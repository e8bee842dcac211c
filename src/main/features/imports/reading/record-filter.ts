import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'

export type RecordFilter = (fields: readonly string[]) => boolean

/**
 * @returns the position of a column by its name
 * @throws Refusal imports.missingColumn with the profile's name for it
 */
export function columnFinder(header: readonly string[], file: string): (name: string) => number {
  return (name) => {
    const index = header.indexOf(name)
    if (index < 0) throw new Refusal('imports.missingColumn', { file, columns: name })
    return index
  }
}

/** The filters of a file, `where` and `unless`, as one test over a record's fields. */
export function compileFilter(profile: FileProfile, columnIndex: (name: string) => number): RecordFilter {
  const tests = [
    ...Object.entries(profile.where).map(([column, values]) => ({ column, values, wanted: true })),
    ...Object.entries(profile.unless).map(([column, values]) => ({ column, values, wanted: false })),
  ].map(({ column, values, wanted }) => {
    const index = columnIndex(column)
    const accepted = new Set([values].flat())
    return (fields: readonly string[]) => accepted.has((fields[index] ?? '').trim()) === wanted
  })
  return (fields) => tests.every((test) => test(fields))
}
