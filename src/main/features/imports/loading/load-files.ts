import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import type { Lookups } from '../reading/lookups.ts'
import type { ImportPlan, PlannedFile } from '../reading/plan-import.ts'
import { openRows, type RowSource, readLookups } from '../reading/read-rows.ts'
import type { RowBatch } from '../reading/row-batch.ts'
import { AccountWriter } from './account-writer.ts'
import { bulkTransaction } from './bulk-transaction.ts'
import { CardWriter } from './card-writer.ts'
import { CustomerWriter } from './customer-writer.ts'
import { type LoadSession, type RowWriter, reported } from './load-session.ts'
import { LoanWriter } from './loan-writer.ts'
import { Owners } from './owners.ts'
import type { ProgressMeter } from './progress-meter.ts'
import type { RejectFile, ReportedRecord } from './reject-file.ts'
import { TransactionWriter } from './transaction-writer.ts'

export interface Loading {
  readonly session: LoadSession
  readonly folder: string
  readonly meter: ProgressMeter
  readonly rejects: RejectFile
  readonly signal: AbortSignal
  /** Reads the clock anew. */
  nowAt(): number
}

/** The bytes of all files that hold rows, for the progress bar. */
export async function bytesOf(plan: ImportPlan, folder: string): Promise<number> {
  const sizes = await Promise.all(
    plan.files.map(async ({ fileName }) => (await stat(join(folder, fileName))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Loads the files of a plan one after the other; yields after each short transaction. */
export async function* loadFiles(loading: Loading, plan: ImportPlan): AsyncGenerator<ImportProgress, void> {
  const lookups = await readLookups(plan, loading.folder, loading.signal)
  for (const { profile } of plan.files) loading.session.counts.open(profile.entity)
  for (const planned of plan.files) yield* loadFile(loading, planned, lookups)
}

async function* loadFile(
  loading: Loading,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
): AsyncGenerator<ImportProgress, void> {
  loading.meter.openFile(planned.profile.entity, planned.fileName)
  const source = await openRows(loading.folder, planned, lookups)
  // Each case pairs a source with the writer of its own rows, which a union cannot express.
  switch (source.entity) {
    case 'customers':
      return yield* loadRows(loading, source, new CustomerWriter(loading.session, source.mapped))
    case 'accounts':
      return yield* loadRows(
        loading,
        source,
        new AccountWriter(loading.session, source.mapped, ownersIn(loading)),
      )
    case 'loans':
      return yield* loadRows(
        loading,
        source,
        new LoanWriter(loading.session, source.mapped, ownersIn(loading)),
      )
    case 'cards':
      return yield* loadRows(
        loading,
        source,
        new CardWriter(loading.session, source.mapped, ownersIn(loading)),
      )
    case 'transactions':
      return yield* loadRows(
        loading,
        source,
        new TransactionWriter(loading.session, source.mapped, ownersIn(loading)),
      )
  }
}

function ownersIn({ session }: Loading): Owners {
  return new Owners(session.connection)
}

interface Rows<Row> extends Pick<RowSource, 'entity' | 'fileName'> {
  batches(signal?: AbortSignal): AsyncIterable<RowBatch<Row>>
}

async function* loadRows<Row extends { readonly line: number }>(
  loading: Loading,
  source: Rows<Row>,
  writer: RowWriter<Row>,
): AsyncGenerator<ImportProgress, void> {
  const { session, meter, rejects, signal } = loading
  let startedAt = loading.nowAt()
  for await (const batch of source.batches(signal)) {
    report(loading, source, batch)
    for (let from = 0; from < batch.rows.length; from += writer.sliceRows) {
      refuseWhenCancelled(signal)
      const refused = writeSlice(loading, writer, batch, from)
      rejects.add(source.fileName, 'rejected', refused)
      yield meter.reading(session.counts.rows, session.nowAt)
    }
    meter.readTo(batch.bytesRead)
    const nowAt = loading.nowAt()
    session.counts.addTime(source.entity, nowAt - startedAt)
    startedAt = nowAt
  }
  yield meter.reading(session.counts.rows, loading.nowAt())
}

/** The records that the reading side could not use, or only in part. */
function report(
  { session, rejects }: Loading,
  { entity, fileName }: Pick<RowSource, 'entity' | 'fileName'>,
  batch: RowBatch<unknown>,
): void {
  session.counts.add(entity, 'rejected', batch.rejects.length)
  session.counts.addFlagged(entity, batch.flagged.length)
  rejects.add(fileName, 'rejected', batch.rejects)
  rejects.add(fileName, 'flagged', batch.flagged)
}

/** @returns the rows that the database has no place for */
function writeSlice<Row extends { readonly line: number }>(
  { session, rejects }: Loading,
  writer: RowWriter<Row>,
  batch: RowBatch<Row>,
  from: number,
): ReportedRecord[] {
  const refused: ReportedRecord[] = []
  const to = Math.min(from + writer.sliceRows, batch.rows.length)
  bulkTransaction(session, rejects.path, () => {
    for (let index = from; index < to; index++) {
      const row = batch.rows[index]
      if (row === undefined) continue
      const problem = writer.write(row)
      if (problem === null) continue
      session.counts.add(writer.entity, 'rejected')
      refused.push(reported(row.line, batch.raws[index] ?? '', problem))
    }
  })
  return refused
}

export function refuseWhenCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('imports.cancelled')
}
