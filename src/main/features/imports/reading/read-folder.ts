import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  EntityFile,
  FileProfile,
  ImportProfile,
  LookupFile,
} from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { fileNamePattern } from '../../../../shared/domain/imports/file-name-pattern.ts'
import {
  type FlaggedRecord,
  IMPORT_ENTITIES,
  type ImportEntity,
  type ImportRow,
  type ImportRows,
  type RejectedRecord,
} from '../../../../shared/domain/imports/import-rows.ts'
import { compileFile, type RecordMapper } from './entity-rows.ts'
import type { Lookups } from './expression.ts'
import { type Extract, openExtract } from './extract.ts'
import { MAX_RAW_CHARS, type SourceRecord } from './record-splitter.ts'

/** One file of the folder and what the profile says of it. */
export interface PlannedFile<Profile extends FileProfile = FileProfile> {
  readonly fileName: string
  readonly profile: Profile
}

export interface ImportPlan {
  readonly lookups: readonly PlannedFile<LookupFile>[]
  /** Parents before children, whatever the order in the profile or the folder. */
  readonly files: readonly PlannedFile<EntityFile>[]
  /** Names that the profile requires and the folder has not. */
  readonly missing: readonly string[]
  /** Files of the folder that the profile does not mention. */
  readonly unmatched: readonly string[]
}

function matches(profile: FileProfile, folder: readonly string[]): { found: string[]; missing: string[] } {
  const found: string[] = []
  const missing: string[] = []
  for (const name of [profile.file].flat()) {
    const pattern = fileNamePattern(name)
    const hits = folder.filter((each) => pattern.test(each))
    if (hits.length === 0 && !profile.optional) missing.push(name)
    found.push(...hits.filter((hit) => !found.includes(hit)))
  }
  return { found, missing }
}

function orderOf(file: PlannedFile<EntityFile>): number {
  return IMPORT_ENTITIES.indexOf(file.profile.entity)
}

/**
 * Matches a profile with the names in a folder.
 * @param folder file names in any order; several files of one pattern are read in the order of their names
 */
export function planFiles(profile: ImportProfile, folder: readonly string[]): ImportPlan {
  const names = [...folder].sort()
  const lookups: PlannedFile<LookupFile>[] = []
  const files: PlannedFile<EntityFile>[] = []
  const missing: string[] = []
  const matched = new Set<string>()
  for (const each of profile.files) {
    const match = matches(each, names)
    missing.push(...match.missing)
    for (const fileName of match.found) {
      matched.add(fileName)
      if (each.entity === 'lookup') lookups.push({ fileName, profile: each })
      else files.push({ fileName, profile: each })
    }
  }
  files.sort((one, other) => orderOf(one) - orderOf(other))
  return { lookups, files, missing, unmatched: names.filter((name) => !matched.has(name)) }
}

/**
 * Plans the import of a folder, with its files in any order (D1).
 * @throws AppError imports.fileUnreadable when the folder cannot be listed
 */
export async function planImport(profile: ImportProfile, dir: string): Promise<ImportPlan> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new AppError('imports.fileUnreadable', { file: '.' })
  })
  return planFiles(
    profile,
    entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
  )
}

/**
 * @throws AppError imports.fileMissing with the names the folder lacks, imports.noFiles when nothing is left to import
 */
export function requireComplete(plan: ImportPlan): void {
  if (plan.missing.length > 0) throw new AppError('imports.fileMissing', { file: plan.missing.join(', ') })
  if (plan.files.length === 0) throw new AppError('imports.noFiles')
}

/**
 * The profile as it applies when a person chose some files of a folder: what they did not choose is not imported, while
 * lookups, which bring no rows, are still read from the folder.
 * @param chosen file names
 * @throws AppError imports.noFiles when the profile reads none of them
 */
export function narrowProfile(profile: ImportProfile, chosen: readonly string[]): ImportProfile {
  const files = profile.files.flatMap((file): FileProfile[] => {
    if (file.entity === 'lookup') return [file]
    const { found } = matches(file, chosen)
    return found.length > 0 ? [{ ...file, file: found }] : []
  })
  if (files.every(({ entity }) => entity === 'lookup')) throw new AppError('imports.noFiles')
  return { ...profile, files }
}

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

function sourceOf<Entity extends ImportEntity>(
  entity: Entity,
  planned: PlannedFile<EntityFile>,
  extract: Extract,
  lookups: Lookups,
  todayOn: string | undefined,
): RowSourceOf<Entity> {
  const { fileName, profile } = planned
  const source = {
    header: extract.header,
    file: fileName,
    format: extract.format,
    ...(todayOn === undefined ? {} : { todayOn }),
  }
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
 * @param todayOn the branch's day, which no birth can follow
 * @throws AppError as `openExtract` and `compileFile`; while reading, imports.cancelled when the signal is raised
 */
export async function openRows(
  dir: string,
  planned: PlannedFile<EntityFile>,
  lookups: Lookups,
  todayOn?: string,
): Promise<RowSource> {
  const extract = await openExtract(join(dir, planned.fileName), planned.profile)
  // one entity in, the same entity out: the union cannot see that it is the same one
  return sourceOf(planned.profile.entity, planned, extract, lookups, todayOn) as RowSource
}

/** About as many rows as one insert statement's loop takes between two looks at the cancel button. */
export const ROWS_PER_BATCH = 1_000

export interface RowBatch<Row = ImportRow> {
  readonly rows: readonly Row[]
  /** The records as they stand in the file, one for each row: for rejects that only the database can find. */
  readonly raws: readonly string[]
  readonly rejects: readonly RejectedRecord[]
  /** Also in `rows`: kept although a field was dropped or marked. */
  readonly flagged: readonly FlaggedRecord[]
  /** Records that the profile's filters left out. */
  readonly skipped: number
  readonly bytesRead: number
  readonly bytesTotal: number
}

/** Gathers mapped records until there are enough of them for a batch. */
class BatchBuilder<Row> {
  readonly #map: RecordMapper<Row>
  readonly #bytesTotal: number
  #rows: Row[] = []
  #raws: string[] = []
  #rejects: RejectedRecord[] = []
  #flagged: FlaggedRecord[] = []
  #skipped = 0

  constructor(map: RecordMapper<Row>, bytesTotal: number) {
    this.#map = map
    this.#bytesTotal = bytesTotal
  }

  get full(): boolean {
    return this.#rows.length + this.#rejects.length >= ROWS_PER_BATCH
  }

  addRejects(rejects: readonly RejectedRecord[]): void {
    for (const reject of rejects) this.#rejects.push(reject)
  }

  addRecord(record: SourceRecord): void {
    const mapped = this.#map(record)
    if (mapped === null) {
      this.#skipped++
      return
    }
    if (!mapped.ok) {
      this.#rejects.push(report(record, mapped.problems))
      return
    }
    this.#rows.push(mapped.row)
    this.#raws.push(record.raw)
    if (mapped.warnings.length > 0) this.#flagged.push(report(record, mapped.warnings))
  }

  take(bytesRead: number): RowBatch<Row> {
    const batch: RowBatch<Row> = {
      rows: this.#rows,
      raws: this.#raws,
      rejects: this.#rejects,
      flagged: this.#flagged,
      skipped: this.#skipped,
      bytesRead,
      bytesTotal: this.#bytesTotal,
    }
    this.#rows = []
    this.#raws = []
    this.#rejects = []
    this.#flagged = []
    this.#skipped = 0
    return batch
  }
}

function report(record: SourceRecord, problems: RejectedRecord['problems']): RejectedRecord {
  return { line: record.line, problems, raw: record.raw.slice(0, MAX_RAW_CHARS) }
}
