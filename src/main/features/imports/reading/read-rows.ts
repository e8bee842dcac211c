import { join } from 'node:path'
import type { EntityFile, FileProfile } from '../../../../shared/contract/import-profile.ts'
import type { ImportEntity, ImportRows } from '../../../../shared/domain/import-rows.ts'
import { compileFile, type RecordMapper } from './compile-file.ts'
import type { Extract, ExtractOptions } from './extract.ts'
import type { LookupColumn, Lookups } from './lookups.ts'
import { openExtract } from './open-extract.ts'
import type { ImportPlan, PlannedFile } from './plan-import.ts'
import { readLookup } from './read-lookup.ts'
import { BatchBuilder, type RowBatch } from './row-batch.ts'

interface RowSourceOf<Entity extends ImportEntity> {
  readonly entity: Entity
  readonly fileName: string
  /**
   * The fields that the file fills, by their names in the profile (`balance`, not `balanceFen`). Of the others a null
   * says nothing about what is stored; a value was derived (birth date and sex from a checked ID number, a card's tail).
   */
  readonly mapped: readonly string[]
  readonly bytesTotal: number
  batches(signal?: AbortSignal): AsyncIterable<RowBatch<ImportRows[Entity]>>
}

/** An opened file, mapped: what the loader needs. Its rows' type follows from `entity`. */
export type RowSource = { [Entity in ImportEntity]: RowSourceOf<Entity> }[ImportEntity]

export function extractOptions(profile: FileProfile): ExtractOptions {
  const { format, sheet, encoding, delimiter, quote, header, columns, skipLines } = profile
  return {
    format,
    encoding,
    delimiter,
    quote,
    header,
    skipLines,
    ...(sheet === undefined ? {} : { sheet }),
    ...(columns === undefined ? {} : { columns }),
  }
}

async function* batchesOf<Row>(
  extract: Extract,
  map: RecordMapper<Row>,
  signal: AbortSignal | undefined,
): AsyncGenerator<RowBatch<Row>> {
  const builder = new BatchBuilder(map, extract.bytesTotal)
  let bytesRead = 0
  for await (const batch of extract.records(signal)) {
    builder.addRejects(batch.rejects)
    for (const record of batch.records) {
      builder.addRecord(record)
      if (builder.full) yield builder.take(bytesRead)
    }
    bytesRead = batch.bytesRead
  }
  yield builder.take(extract.bytesTotal)
}

/**
 * Reads every lookup file of a plan; several files of one name are joined, earlier ones first.
 * @throws Refusal as `openExtract` and `readLookup`
 */
export async function readLookups(plan: ImportPlan, dir: string, signal?: AbortSignal): Promise<Lookups> {
  const lookups = new Map<string, ReadonlyMap<string, LookupColumn>>()
  for (const { fileName, profile } of plan.lookups) {
    const extract = await openExtract(join(dir, fileName), extractOptions(profile))
    const table = await readLookup(profile, extract, fileName, signal)
    const earlier = lookups.get(profile.name)
    lookups.set(profile.name, earlier ? joined(earlier, table) : table)
  }
  return lookups
}

function joined(
  earlier: ReadonlyMap<string, LookupColumn>,
  later: ReadonlyMap<string, LookupColumn>,
): ReadonlyMap<string, LookupColumn> {
  return new Map(
    [...later].map(([column, values]) => [column, new Map([...values, ...(earlier.get(column) ?? [])])]),
  )
}

function sourceOf<Entity extends ImportEntity>(
  entity: Entity,
  planned: PlannedFile<EntityFile>,
  extract: Extract,
  lookups: Lookups,
): RowSourceOf<Entity> {
  const { fileName, profile } = planned
  const source = { header: extract.header, file: fileName, format: extract.format }
  const map = compileFile(entity, profile, source, lookups)
  return {
    entity,
    fileName,
    mapped: Object.keys(profile.fields),
    bytesTotal: extract.bytesTotal,
    batches: (signal) => batchesOf(extract, map, signal),
  }
}

/**
 * Opens one file of a plan for the loader. Memory stays flat: a batch of rows and one piece of the file at a time
 * (workbooks excepted, which are read whole).
 * @throws Refusal as `openExtract` and `compileFile`; while reading, imports.cancelled when the signal is raised
 */
export async function openRows(
  dir: string,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
): Promise<RowSource> {
  const extract = await openExtract(join(dir, planned.fileName), extractOptions(planned.profile))
  // one entity in, the same entity out: the union cannot see that it is the same one
  return sourceOf(planned.profile.entity, planned, extract, lookups) as RowSource
}
