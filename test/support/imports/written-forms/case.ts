import fc from 'fast-check'
import { type Form, forms } from './form.ts'
import { type Outcome, outcomeOf } from './reading.ts'
import { saidProfile } from './said-profile.ts'
import { TABLES, type Table, type Truth, truthsOf } from './truths.ts'
import { writtenFile } from './written-file.ts'

export interface Written {
  readonly table: Table
  readonly truths: readonly Truth[]
  readonly form: Form
}

/** A table and one of the ways in which programs write it. */
export const writtenCases: fc.Arbitrary<Written> = fc
  .constantFrom(...TABLES)
  .chain((table) => fc.record({ table: fc.constant(table), truths: truthsOf(table), form: forms }))

/** Writes the table, reads it as an import would, and compares. */
export function readBack({ table, truths, form }: Written): Promise<Outcome> {
  const written = writtenFile(table, truths, form)
  return outcomeOf(written, saidProfile(table, written, form))
}
