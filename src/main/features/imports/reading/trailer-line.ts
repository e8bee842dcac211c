import type { Trailer } from '../../../../shared/contract/import-control.ts'
import type { RejectedRecord } from '../../../../shared/domain/imports/import-rows.ts'
import type { RecordBatch, SourceRecord } from './record-splitter.ts'

/** A line that may be the total line: nobody knows before the next line has come. */
type Held = Partial<Pick<RecordBatch, 'records' | 'rejects'>>

const NOTHING_HELD: Held = {}

/**
 * Leaves a file's total line out, which is no record: `checkControls` compares what it says. Only the last line can be
 * one, as a key may begin like it.
 */
export async function* withoutTrailer(
  batches: AsyncIterable<RecordBatch>,
  trailer: Pick<Trailer, 'prefix'> | undefined,
): AsyncGenerator<RecordBatch, void> {
  if (trailer === undefined) {
    yield* batches
    return
  }
  let held = NOTHING_HELD
  let bytesRead = 0
  let hasLines = false
  for await (const batch of batches) {
    bytesRead = batch.bytesRead
    hasLines ||= batch.lines !== undefined
    if (batch.records.length + batch.rejects.length === 0) {
      yield batch
      continue
    }
    const records = [...(held.records ?? []), ...batch.records]
    const rejects = [...(held.rejects ?? []), ...batch.rejects]
    held = takeLast(records, rejects, trailer.prefix)
    yield { ...batch, records, rejects }
  }
  if (held === NOTHING_HELD || !hasLines) return
  const lines = { physical: 0, blank: 0, continuation: 0, skipped: 1 }
  yield { records: [], rejects: [], lines, bytesRead }
}

/** Takes the last line off where it begins like a total line. */
function takeLast(records: SourceRecord[], rejects: RejectedRecord[], prefix: string): Held {
  const [record, reject] = [records.at(-1), rejects.at(-1)]
  const isRecord = (record?.line ?? 0) > (reject?.line ?? 0)
  if (isRecord ? !record?.raw.startsWith(prefix) : !reject?.raw.startsWith(prefix)) return NOTHING_HELD
  return isRecord ? { records: records.splice(-1) } : { rejects: rejects.splice(-1) }
}
