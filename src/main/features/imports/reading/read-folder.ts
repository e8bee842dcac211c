import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  EntityFile,
  FileProfile,
  ImportProfile,
  LookupFile,
} from '../../../../shared/contract/import-profile.ts'
import type { FileForm } from '../../../../shared/contract/internal/imports.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { CivilDate } from '../../../../shared/domain/calendar/civil-date.ts'
import { sameTableOfNights } from '../../../../shared/domain/imports/file-name-pattern.ts'
import {
  type FlaggedRecord,
  IMPORT_ENTITIES,
  type ImportEntity,
  type ImportRow,
  type ImportRows,
  type LineCounts,
  type RejectedRecord,
} from '../../../../shared/domain/imports/import-rows.ts'
import { compileFile, type RecordMapper } from './entity-rows.ts'
import type { Lookups } from './expression.ts'
import { type Extract, openExtract } from './extract.ts'
import { isSnapshot, matches, newestNight } from './folder-hits.ts'
import { BETWEEN_NAMES } from './names-told.ts'
import { MAX_RAW_CHARS, type SourceRecord } from './record-splitter.ts'
import { columnsOf } from './source-columns.ts'

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
  /** Files of the folder that the profile does not mention, and those of other nights. */
  readonly unmatched: readonly string[]
  /** The day in the files' names, where the profile says where it stands: the newest in the folder. */
  readonly nightOn: CivilDate | null
  /** Files of more than one night for the same table, where the profile does not say which to take. */
  readonly nights: readonly string[]
}

function orderOf(file: PlannedFile<EntityFile>): number {
  return IMPORT_ENTITIES.indexOf(file.profile.entity)
}

/**
 * Matches a profile with the names in a folder.
 * @param folder file names in any order; several files of one pattern are read in the order of their names
 * @param notAfter where files carry their day in their names: the newest that is taken
 */
export function planFiles(
  profile: ImportProfile,
  folder: readonly string[],
  notAfter: CivilDate | null = null,
): ImportPlan {
  const names = [...folder].sort()
  const nightOn = newestNight(profile, names, notAfter)
  const nights: string[] = []
  const lookups: PlannedFile<LookupFile>[] = []
  const files: PlannedFile<EntityFile>[] = []
  const missing: string[] = []
  const matched = new Set<string>()
  for (const each of profile.files) {
    const match = matches(each, names, nightOn)
    missing.push(...match.missing)
    if (isSnapshot(each)) nights.push(...(sameTableOfNights(match.found) ?? []))
    for (const fileName of match.found) {
      matched.add(fileName)
      if (each.entity === 'lookup') lookups.push({ fileName, profile: each })
      else files.push({ fileName, profile: each })
    }
  }
  files.sort((one, other) => orderOf(one) - orderOf(other))
  const unmatched = names.filter((name) => !matched.has(name))
  return { lookups, files, missing, unmatched, nightOn, nights: [...new Set(nights)] }
}

/**
 * Plans the import of a folder, with its files in any order (D1).
 * @param notAfter as for `planFiles`
 * @throws AppError imports.fileUnreadable when the folder cannot be listed
 */
export async function planImport(
  profile: ImportProfile,
  dir: string,
  notAfter: CivilDate | null = null,
): Promise<ImportPlan> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new AppError('imports.fileUnreadable', { file: '.' })
  })
  return planFiles(
    profile,
    entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
    notAfter,
  )
}

/** Names that a message has room for. */
const NAMES_TOLD = 4

/**
 * @throws AppError imports.fileMissing with the names the folder lacks, imports.severalNights, imports.noFiles when nothing
 * is left to import
 */
export function requireComplete(plan: ImportPlan): void {
  if (plan.nights.length > 0) {
    throw new AppError('imports.severalNights', {
      files: plan.nights.slice(0, NAMES_TOLD).join(BETWEEN_NAMES),
    })
  }
  if (plan.missing.length > 0)
    throw new AppError('imports.fileMissing', { file: plan.missing.join(BETWEEN_NAMES) })
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
    const { found } = matches(file, chosen, newestNight(profile, chosen, null))
    return found.length > 0 ? [{ ...file, file: found }] : []
  })
  if (files.every(({ entity }) => entity === 'lookup')) throw new AppError('imports.noFiles')
  return { ...profile, files }
}

interface RowSourceOf<Entity extends ImportEntity> {
  readonly entity: Entity
  readonly fileName: string
  /** Null for an empty file. */
  readonly form: FileForm
  /**
   * The fields that the file fills, by their names in the profile (`balance`, not `balanceFen`). Of the others a null
   * says nothing about what is stored; a value was derived (birth date and sex from a checked ID number, a card's tail).
   */
  readonly mapped: readonly string[]
  /** Where the records lie, for reports about them. */
  readonly at: RecordSite
  /** Whether the rows lie in memory as long as the source does. */
  readonly held: boolean
  readonly bytesTotal: number
  batches(signal?: AbortSignal): AsyncIterable<RowBatch<ImportRows[Entity]>>
}

/** What a report says of where a record is. */
export interface RecordSite {
  readonly file: string
  /** The sheet that the profile names; empty for the first one and for text. */
  readonly sheet: string
  /** The names of the columns that a field comes from; empty where it comes from none. */
  columnOf(field: string): string
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
    builder.addLines(batch.lines)
    for (const record of batch.records) {
      builder.addRecord(record)
      if (builder.full) yield builder.take(bytesRead)
    }
    bytesRead = batch.bytesRead
  }
  yield builder.take(extract.bytesTotal)
}

function formOf({ format, container, encoding, delimiter }: Extract): FileForm {
  return { format, container, encoding, delimiter }
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
    form: formOf(extract),
    mapped: Object.keys(profile.fields),
    at: siteOf(planned),
    held: extract.format === 'xlsx',
    bytesTotal: extract.bytesTotal,
    batches: (signal) => batchesOf(extract, map, signal),
  }
}

function siteOf({ fileName, profile }: PlannedFile<EntityFile>): RecordSite {
  const columns = new Map(
    Object.entries(profile.fields).map(([field, expression]) => [
      field,
      columnsOf(expression).join(BETWEEN_NAMES),
    ]),
  )
  return { file: fileName, sheet: profile.sheet ?? '', columnOf: (field) => columns.get(field) ?? '' }
}

/**
 * Opens one file of a plan for the loader. Memory stays flat: a batch of rows and one piece of the file at a time, and the
 * shared texts of a workbook.
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
  /** The file's lines since the batch before; null where the source has none. */
  readonly lines: LineCounts | null
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
  #lines: LineCounts | null = null

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

  addLines(lines: LineCounts | undefined): void {
    if (lines !== undefined) this.#lines = sumOfLines(this.#lines, lines)
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
      lines: this.#lines,
      bytesRead,
      bytesTotal: this.#bytesTotal,
    }
    this.#rows = []
    this.#raws = []
    this.#rejects = []
    this.#flagged = []
    this.#skipped = 0
    this.#lines = null
    return batch
  }
}

/** @param before null where nothing was counted yet */
export function sumOfLines(before: LineCounts | null, lines: LineCounts): LineCounts {
  if (before === null) return lines
  return {
    physical: before.physical + lines.physical,
    blank: before.blank + lines.blank,
    continuation: before.continuation + lines.continuation,
    skipped: before.skipped + lines.skipped,
  }
}

function report(record: SourceRecord, problems: RejectedRecord['problems']): RejectedRecord {
  return { line: record.line, problems, raw: record.raw.slice(0, MAX_RAW_CHARS) }
}
