import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { ImportEntity } from '../../../../shared/domain/imports/import-rows.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { ENTERED_BY_HAND } from '../../../records/imports/import-run.ts'
import type { ImportPlan } from '../reading/read-folder.ts'

const { import_run } = TABLES

const LATER_RUNS = read(
  { asOf: import_run.as_of, counts: import_run.counts },
  `SELECT as_of AS asOf, counts FROM import_run WHERE state = 'done' AND as_of > ? AND profile_name <> ?
   ORDER BY as_of DESC`,
)

/**
 * Refuses an extract of an earlier day than that of which the branch has data of the same kind: old phones, states and
 * balances would replace newer ones. Transactions do not age, so a backlog of them is let in.
 * @param asOf the day that the extract speaks of
 * @throws AppError imports.olderExtract
 */
export function refuseOlder(connection: ReadConnection, plan: ImportPlan, asOf: string): void {
  const ageing = new Set<ImportEntity>(plan.files.map(({ profile }) => profile.entity))
  ageing.delete('transactions')
  for (const run of LATER_RUNS.iterate(connection, asOf, ENTERED_BY_HAND)) {
    // Written by `finishRun` from `Counts.sheet()` and by nobody else.
    const entities = JSON.parse(run.counts) as Partial<Record<ImportEntity, { readonly read: number }>>
    for (const entity of ageing) {
      if ((entities[entity]?.read ?? 0) > 0)
        throw new AppError('imports.olderExtract', { asOf, newest: run.asOf })
    }
  }
}
