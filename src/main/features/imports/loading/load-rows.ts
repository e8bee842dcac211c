import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import type { FileForm } from '../../../../shared/contract/internal/imports.ts'
import type { FlagLimit, FlagTally } from '../../../../shared/domain/imports/flag-tally.ts'
import { refuseWhenCancelled } from '../reading/extract.ts'
import { FieldFill } from '../reading/field-fill.ts'
import { type ReadFile, requireUnchanged } from '../reading/file-states.ts'
import type { RowBatch, RowSource } from '../reading/read-folder.ts'
import type { FilledColumns } from './filled-columns.ts'
import { type ReportedRecord, type RowProblemFound, reported } from './load-problem.ts'
import { namedFault } from './open-plan.ts'
import type { RejectFile } from './reject-file.ts'
import { inShortTransaction, type LoadSession, type ProgressMeter, type RowWriter } from './session.ts'

/** What the files of one run share while they are loaded. */
export interface Loading {
  readonly session: LoadSession
  readonly folder: string
  /** The files as they were when the run began. */
  readonly files: readonly ReadFile[]
  /** What they turned out to be, by name. */
  readonly forms: Map<string, FileForm>
  /** How far each column was filled. */
  readonly columns: FilledColumns
  readonly limit: FlagLimit
  readonly meter: ProgressMeter
  readonly rejects: RejectFile
  readonly signal: AbortSignal
  /** Reads the clock anew. */
  nowAt(): number
}

interface Rows<Row> extends Pick<RowSource, 'entity' | 'at' | 'mapped'> {
  batches(signal?: AbortSignal): AsyncIterable<RowBatch<Row>>
}

/**
 * Writes one file's rows in short transactions, and what is wrong with them into the reject file; yields after each.
 * @throws AppError imports.fileFailed, imports.stillGrowing, imports.cancelled, and what the reading side throws
 */
export async function* loadRows<Row extends { readonly line: number }>(
  loading: Loading & { readonly tally: FlagTally },
  source: Rows<Row>,
  writer: RowWriter<Row>,
): AsyncGenerator<ImportProgress, void> {
  const { session, meter, rejects, signal } = loading
  const fill = new FieldFill(source.mapped)
  let startedAt = loading.nowAt()
  for await (const batch of namedBatches(source, signal)) {
    report(loading, source, batch)
    fill.add(batch.rows)
    loading.tally.addRecords(batch.rows.length + batch.rejects.length)
    for (const { problems } of batch.flagged) loading.tally.addFlagged(problems)
    if (batch.rows.length === 0 && batch.rejects.length > 0) {
      // Others see that the run is alive, and where its rejected records lie, although none of them was written.
      inShortTransaction(session, () => undefined, rejects.path)
      yield meter.reading(session.counts.rows, session.nowAt)
    }
    for (let from = 0; from < batch.rows.length; from += writer.sliceRows) {
      refuseWhenCancelled(signal)
      const { refused, flagged } = writeSlice(loading, writer, { ...batch, file: source.at.file }, from)
      rejects.add(source.at, 'rejected', refused)
      rejects.add(source.at, 'flagged', flagged)
      yield meter.reading(session.counts.rows, session.nowAt)
    }
    meter.readTo(batch.bytesRead)
    const nowAt = loading.nowAt()
    session.counts.addTime(source.entity, nowAt - startedAt)
    startedAt = nowAt
  }
  loading.columns.add(source.entity, source.mapped, fill)
  await requireUnchanged(loading.folder, loading.files, source.at.file)
  yield meter.reading(session.counts.rows, loading.nowAt())
}

/** The file's batches; what ends them without a name gets that of the file, and the line behind the last batch. */
async function* namedBatches<Row extends { readonly line: number }>(
  source: Rows<Row>,
  signal: AbortSignal,
): AsyncGenerator<RowBatch<Row>> {
  let line = 0
  try {
    for await (const batch of source.batches(signal)) {
      yield batch
      line = batch.rows.at(-1)?.line ?? line
    }
  } catch (error) {
    throw namedFault(error, { file: source.at.file, line })
  }
}

/** The records that the reading side could not use, or only in part. */
function report(
  { session, rejects }: Loading,
  { entity, at }: Pick<RowSource, 'entity' | 'at'>,
  batch: RowBatch<unknown>,
): void {
  session.counts.addReading(entity, batch)
  session.counts.add(entity, 'rejected', batch.rejects.length)
  session.counts.addFlagged(entity, batch.flagged.length)
  rejects.add(at, 'rejected', batch.rejects)
  rejects.add(at, 'flagged', batch.flagged)
}

interface SliceProblems {
  /** The rows that the database has no place for. */
  readonly refused: readonly ReportedRecord[]
  readonly flagged: readonly ReportedRecord[]
}

function writeSlice<Row extends { readonly line: number }>(
  { session, rejects }: Loading,
  writer: RowWriter<Row>,
  batch: RowBatch<Row> & { readonly file: string },
  from: number,
): SliceProblems {
  const refused: ReportedRecord[] = []
  const flagged: ReportedRecord[] = []
  const to = Math.min(from + writer.sliceRows, batch.rows.length)
  const flaggedBefore = new Set(batch.flagged.map(({ line }) => line))
  const writeRows = () => {
    for (let index = from; index < to; index++) {
      const row = batch.rows[index]
      if (row === undefined) continue
      const problem = writeNamed(writer, row, batch.file)
      if (problem === null) continue
      if (problem.flagged !== true) session.counts.add(writer.entity, 'rejected')
      else if (!flaggedBefore.has(row.line)) session.counts.addFlagged(writer.entity, 1)
      ;(problem.flagged === true ? flagged : refused).push(
        reported(row.line, batch.raws[index] ?? '', problem),
      )
    }
  }
  inShortTransaction(session, writeRows, rejects.path)
  return { refused, flagged }
}

/** The run fails where the database refuses a row that should fit, but it says which. */
function writeNamed<Row extends { readonly line: number }>(
  writer: RowWriter<Row>,
  row: Row,
  file: string,
): RowProblemFound | null {
  try {
    return writer.write(row)
  } catch (error) {
    throw namedFault(error, { file, line: row.line })
  }
}
