import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JobInputOf, JobProgressOf, JobResultOf } from '../../../shared/contract/internal/index.ts'
import { type DemoBranch, generateBranch } from '../../../shared/demo/branch.ts'
import { DEMO_PROFILE } from '../../../shared/demo/profile.ts'
import type { DemoDossier } from '../../../shared/demo/rows.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { JobContext, JobOf, JobStep } from '../../engine/jobs.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { REFRESHED_TABLES, refreshFactsOf } from '../../records/facts/refresh.ts'
import { seedCustomerRecord } from './plant-dossier.ts'
import { seedStaff } from './plant-staff.ts'
import { seedDemoDay } from './seed-demo-day.ts'
import { writeExtract } from './write-extract.ts'

type ImportJob = JobOf<'imports.run'>
type Step = JobStep<JobProgressOf<'demo.load'>>
type Steps<Result> = AsyncGenerator<Step, Result, void>

const QUIET: Step = { progress: null, tables: [] }
/** Customers in one short transaction. */
const STEP = 100

/**
 * Fills a new demo branch: the generator's extract goes through the import as a bank's would, then what extracts don't
 * carry is planted beside it.
 * @throws AppError imports.cancelled, and whatever the import throws
 */
export async function* loadDemo(
  runImport: ImportJob,
  context: JobContext,
  { seed, asOf, customers, scratchFolder }: JobInputOf<'demo.load'>,
): Steps<JobResultOf<'demo.load'>> {
  const branch = generateBranch({ seed, asOf, customers })
  yield* importExtract(runImport, context, branch, scratchFolder)
  yield* seedCustomerRecords(context, branch)
  const { runner, staff } = context
  const { tables } = runner.commit('demo.load', { seed, asOf, customers }, staff, (context) => {
    seedStaff(context, branch.staff)
    refresh(context, seedDemoDay(context, staff, branch.staff))
    context.note({ customers })
    context.changed('staff', 'intent', 'intent_evidence', 'contact', 'timeline_event', 'complaint', 'refusal')
    context.changed('tag', ...REFRESHED_TABLES)
  })
  yield { progress: null, tables }
  return { customers }
}

/** The files hold rows like a bank's own, so they live in a folder of their own and no longer than the import. */
async function* importExtract(
  runImport: ImportJob,
  context: JobContext,
  branch: DemoBranch,
  scratchFolder: string,
): Steps<void> {
  mkdirSync(scratchFolder, { recursive: true })
  const folder = mkdtempSync(join(scratchFolder, 'demo-'))
  try {
    for (const _piece of writeExtract(branch, folder)) yield QUIET
    const input = { profile: DEMO_PROFILE, folder, rejectFolder: scratchFolder, asOf: branch.asOf }
    const sheet = yield* runImport(context, input)
    if (sheet.state !== 'done') throw new AppError('imports.cancelled')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* seedCustomerRecords({ runner, staff }: JobContext, branch: DemoBranch): Steps<void> {
  for (let from = 0; from < branch.size; from += STEP) {
    const customerRecords = branch.customerRecords(from, Math.min(from + STEP, branch.size))
    runner.connection.transaction(() => {
      const { context } = runner.writeContext(staff)
      refresh(
        context,
        [...customerRecords].map((customerRecord) => plant(context, customerRecord)),
      )
    })
    yield QUIET
  }
}

function plant(context: WriteContext, customerRecord: DemoDossier): number {
  const customerId = numberOf(context, customerRecord.customer.key)
  seedCustomerRecord(context, customerId, customerRecord)
  return customerId
}

const RECORD_BY_NUMBER = read({ id: TABLES.customer.id }, 'SELECT id FROM customer WHERE customer_no = ?')

function numberOf({ connection }: WriteContext, customerNo: string): number {
  const found = RECORD_BY_NUMBER.get(connection, customerNo)
  if (found === undefined) throw new AppError('customers.notFound')
  return found.id
}

function refresh({ connection, todayOn, settings }: WriteContext, customerIds: readonly number[]): void {
  refreshFactsOf(connection, customerIds, { asOf: todayOn, settings })
}
