import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Marker, Trailer } from '../../../../shared/contract/import-control.ts'
import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import {
  controlDigest,
  controlFigure,
  controlLines,
  type FigurePlace,
  markerName,
  readRowCount,
} from '../../../../shared/domain/imports/control-figures.ts'
import { fileNamePattern } from '../../../../shared/domain/imports/file-name-pattern.ts'
import { readAmount } from '../../../../shared/domain/imports/money-text.ts'
import { columnFinder } from './expression.ts'
import { nothingIn, openExtract } from './extract.ts'
import type { ImportPlan, PlannedFile } from './read-folder.ts'
import { decodingOf } from './text-decoding.ts'
import { chooseEncoding } from './text-encoding.ts'

const FEN_PER_YUAN = 100n

/**
 * Compares every file of a plan with its marker, control file and total line, before anything is written: a file with a
 * count or a sum is read once for it (D1).
 * @throws AppError imports.markerMissing, imports.controlUnreadable, imports.controlDiffers, imports.trailerMissing, those of
 * `openExtract`, and imports.cancelled when the signal is raised
 */
export async function checkControls(plan: ImportPlan, dir: string, signal?: AbortSignal): Promise<void> {
  const guarded = [...plan.lookups, ...plan.files].filter(
    ({ profile }) => profile.marker !== undefined || profile.trailer !== undefined,
  )
  if (guarded.length === 0) return
  const names = await readdir(dir)
  for (const planned of guarded) {
    const { marker, trailer } = planned.profile
    const control = marker === undefined ? null : await controlOf(marker, planned, dir, names)
    if (control !== null) await compareDigest(control, dir, planned)
    if (trailer === undefined && control?.marker.rows === undefined && control?.marker.sum === undefined)
      continue
    await compareFigures(await countedOf(dir, planned, signal), control, planned)
  }
}

interface Control {
  readonly marker: Marker
  /** As a message names it. */
  readonly name: string
  readonly lines: readonly string[]
}

async function controlOf(
  marker: Marker,
  { fileName }: PlannedFile,
  dir: string,
  names: readonly string[],
): Promise<Control> {
  const name = markerName(marker.file, fileName)
  const pattern = fileNamePattern(name)
  const found = names.filter((each) => pattern.test(each)).sort()
  if (found.length === 0) throw new AppError('imports.markerMissing', { file: fileName, marker: name })
  const texts = await Promise.all(found.map((each) => controlText(join(dir, each), each)))
  return { marker, name: found.length === 1 ? (found[0] ?? name) : name, lines: texts.flatMap(controlLines) }
}

async function controlText(path: string, file: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new AppError('imports.fileUnreadable', { file })
  })
  const decoding = decodingOf(chooseEncoding([bytes], 'auto', file))
  return decoding.write(bytes) + decoding.end()
}

async function compareDigest(
  { marker, name, lines }: Control,
  dir: string,
  { fileName }: PlannedFile,
): Promise<void> {
  const kind = marker.digest
  if (kind === undefined) return
  const expected = controlDigest(lines, kind, fileName)
  if (expected === null) throw unreadable(fileName, name, kind)
  const found = await digestOf(join(dir, fileName), kind)
  if (found !== expected) throw differs(fileName, kind, expected, found)
}

/** The digest of a file's bytes, in hexadecimal digits. */
export async function digestOf(path: string, kind: 'md5' | 'sha1' | 'sha256'): Promise<string> {
  const hash = createHash(kind)
  for await (const bytes of createReadStream(path)) hash.update(bytes)
  return hash.digest('hex')
}

function unreadable(file: string, marker: string, what: string): AppError {
  return new AppError('imports.controlUnreadable', { file, marker, what })
}

function differs(file: string, what: string, expected: string | number, found: string | number): AppError {
  return new AppError('imports.controlDiffers', { file, what, expected, found })
}

interface Counted {
  readonly rows: number
  /** In fen, by column. */
  readonly sums: ReadonlyMap<string, bigint>
  /** The last line where it begins as the profile says. */
  readonly trailer: string | null
  readonly delimiter: string | undefined
}

type Summed = Pick<FileProfile, 'decimal' | 'unit'>

/** Adds the amounts of columns up; a cell that is no amount adds nothing, so the sums differ. */
class ColumnSums {
  readonly sums = new Map<string, bigint>()
  readonly #columns: readonly { readonly name: string; readonly index: number }[]
  readonly #format: Summed

  constructor(columns: readonly { readonly name: string; readonly index: number }[], format: Summed) {
    this.#columns = columns
    this.#format = format
    for (const { name } of columns) this.sums.set(name, 0n)
  }

  add(fields: readonly string[]): void {
    this.#count(fields, 1n)
  }

  /** Takes back what a line had added. */
  take(fields: readonly string[] = []): void {
    this.#count(fields, -1n)
  }

  #count(fields: readonly string[], times: 1n | -1n): void {
    for (const { name, index } of this.#columns) {
      const fen = fenOf(fields[index] ?? '', this.#format)
      if (fen !== null) this.sums.set(name, (this.sums.get(name) ?? 0n) + times * fen)
    }
  }
}

function fenOf(text: string, format: Summed): bigint | null {
  const amount = text.trim() === '' ? 0 : readAmount(text.trim(), format)
  return typeof amount === 'number' ? BigInt(amount) : null
}

const NOTHING: Counted = { rows: 0, sums: new Map(), trailer: null, delimiter: undefined }

/** Reads a file for its figures; an empty one has none. */
async function countedOf(
  dir: string,
  { fileName, profile }: PlannedFile,
  signal: AbortSignal | undefined,
): Promise<Counted> {
  const { trailer, ...withTrailerLine } = profile
  const extract = await openExtract(join(dir, fileName), withTrailerLine).catch((error) =>
    nothingIn(error, profile),
  )
  if (extract === null) return NOTHING
  const columnIndex = columnFinder(extract.header, fileName)
  const columns = [profile.marker?.sum?.of, trailer?.sum?.of].flatMap((name) =>
    name === undefined ? [] : [{ name, index: columnIndex(name) }],
  )
  const sums = new ColumnSums([...new Map(columns.map((each) => [each.name, each])).values()], profile)
  let rows = 0
  let last = NO_LINE
  for await (const { records, rejects } of extract.records(signal)) {
    rows += records.length + rejects.length
    for (const { fields } of records) sums.add(fields)
    last = lastLine(last, records.at(-1), rejects.at(-1))
  }
  const hasTrailer = trailer !== undefined && last.raw.startsWith(trailer.prefix)
  if (hasTrailer) sums.take(last.fields)
  return {
    rows: hasTrailer ? rows - 1 : rows,
    sums: sums.sums,
    trailer: hasTrailer ? last.raw : null,
    delimiter: extract.delimiter ?? '\t',
  }
}

interface LastLine {
  readonly line: number
  readonly raw: string
  /** None where the line is no record. */
  readonly fields?: readonly string[]
}

function lastLine(...lines: readonly (LastLine | undefined)[]): LastLine {
  return lines.reduce<LastLine>((last, each) => (each && each.line > last.line ? each : last), NO_LINE)
}

const NO_LINE: LastLine = { line: 0, raw: '' }

function compareFigures(counted: Counted, control: Control | null, planned: PlannedFile): void {
  const { fileName, profile } = planned
  if (control !== null) {
    const { marker, name, lines } = control
    compare(counted, { ...marker, form: marker, lines, name }, planned)
  }
  if (profile.trailer === undefined) return
  const { prefix } = profile.trailer
  if (counted.trailer === null) throw new AppError('imports.trailerMissing', { file: fileName, prefix })
  const delimiter = profile.trailer.delimiter ?? counted.delimiter
  const form = delimiter === undefined ? {} : { delimiter }
  compare(counted, { ...profile.trailer, form, lines: [counted.trailer], name: fileName }, planned)
}

interface Figures {
  readonly rows?: { readonly at: FigurePlace; readonly besides: number }
  readonly sum?: { readonly at: FigurePlace; readonly of: string }
  readonly form: Pick<Marker, 'delimiter' | 'nameColumn'> | Pick<Trailer, 'delimiter'>
  readonly lines: readonly string[]
  readonly name: string
}

function compare({ rows, sums }: Counted, figures: Figures, { fileName, profile }: PlannedFile): void {
  const { form, lines, name } = figures
  const figure = (at: FigurePlace, usable: (text: string) => boolean, what: string): string => {
    const text = controlFigure(lines, at, form, fileName, usable)
    if (text === null) throw unreadable(fileName, name, what)
    return text
  }
  if (figures.rows !== undefined) {
    const text = figure(figures.rows.at, (each) => readRowCount(each) !== null, 'rows')
    const expected = (readRowCount(text) ?? 0) - figures.rows.besides
    if (expected !== rows) throw differs(fileName, 'rows', expected, rows)
  }
  if (figures.sum !== undefined) {
    const { at, of } = figures.sum
    const text = figure(at, (each) => fenOf(each, profile) !== null, of)
    const [expected, found] = [fenOf(text, profile) ?? 0n, sums.get(of) ?? 0n]
    if (expected !== found) throw differs(fileName, of, yuan(expected), yuan(found))
  }
}

/** A sum of all accounts: it tells of nobody. */
function yuan(fen: bigint): string {
  const amount = fen < 0n ? -fen : fen
  const rest = String(amount % FEN_PER_YUAN).padStart(2, '0')
  return `${fen < 0n ? '-' : ''}${amount / FEN_PER_YUAN}.${rest}`
}
