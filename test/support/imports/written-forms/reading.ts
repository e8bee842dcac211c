import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_LOOKUPS } from '../../../../src/main/features/imports/reading/expression.ts'
import { openRows } from '../../../../src/main/features/imports/reading/read-folder.ts'
import type { EntityFile } from '../../../../src/shared/contract/import-profile.ts'
import { AppError } from '../../../../src/shared/domain/branch/app-error.ts'
import { FILE_NAME } from './said-profile.ts'
import { type Column, shown, type Truth } from './truths.ts'
import type { Place, WrittenFile } from './written-file.ts'

/** What became of a written file. */
export interface Outcome {
  /** Differences of which nobody was told. */
  readonly silent: readonly string[]
  /** The error that refused the file, by its code. */
  readonly refused: string | null
  /** Codes of rejected records and flagged fields. */
  readonly told: readonly string[]
  readonly whole: number
}

interface Told {
  readonly line: number
  readonly raw: string
  readonly fields: readonly (string | undefined)[]
}

interface Reading {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly rejects: readonly Told[]
  readonly flags: readonly Told[]
  readonly codes: readonly string[]
  readonly skipped: number
  readonly lines: { physical: number; blank: number; continuation: number; skipped: number } | null
}

async function readFile(dir: string, profile: EntityFile): Promise<Reading> {
  const rows: Readonly<Record<string, unknown>>[] = []
  const rejects: Told[] = []
  const flags: Told[] = []
  const codes: string[] = []
  const lines = { physical: 0, blank: 0, continuation: 0, skipped: 0 }
  let skipped = 0
  let counted = false
  const source = await openRows(dir, { fileName: FILE_NAME, profile }, NO_LOOKUPS)
  for await (const batch of source.batches()) {
    rows.push(...batch.rows.map((row) => ({ ...row })))
    for (const [list, told] of [
      [batch.rejects, rejects],
      [batch.flagged, flags],
    ] as const) {
      for (const { line, raw, problems } of list) {
        told.push({ line, raw, fields: problems.map(({ field }) => field) })
        codes.push(...problems.map(({ code }) => code))
      }
    }
    skipped += batch.skipped
    if (batch.lines === null) continue
    counted = true
    for (const count of ['physical', 'blank', 'continuation', 'skipped'] as const)
      lines[count] += batch.lines[count]
  }
  return { rows, rejects, flags, codes, skipped, lines: counted ? lines : null }
}

const CODES: Readonly<Record<string, string>> = {
  男: 'male',
  女: 'female',
  活期: 'demand',
  定期: 'term',
  基金: 'fund',
  转账: 'transfer',
  现金: 'cash',
  利息: 'interest',
  贷: 'in',
  借: 'out',
}

/** What the product's row has to hold for a value. */
function expected(value: string, { field, meaning }: Column, truth: Truth): unknown {
  if (value === '') return null
  if (meaning === 'code') {
    const code = CODES[value] ?? value
    const reversed = field === 'direction' && (truth.amount ?? '').startsWith('-')
    return reversed ? { in: 'out', out: 'in' }[code] : code
  }
  if (meaning === 'money') return field === 'amount' ? Math.abs(Number(value)) : Number(value)
  return meaning === 'text' || meaning === 'name' ? shown(value) || null : value
}

function propertyOf({ field, meaning }: Column): string {
  return meaning === 'money' ? `${field}Fen` : field
}

/** Whether the text of a record that was told of holds a key, as it was escaped. */
function names(raw: string, key: string): boolean {
  return raw.replaceAll('\\', '').includes(key.replaceAll('\\', ''))
}

function within(line: number, { from, to }: Place): boolean {
  return line >= from && line <= to
}

/** What differs without a word, record by record. */
function silentIn(reading: Reading, written: WrittenFile): string[] {
  const { truths, places, columns } = written
  const byKey = new Map(reading.rows.map((row) => [row.key, row]))
  const silent: string[] = []
  if (byKey.size < reading.rows.length) silent.push('a key came out twice')
  const keys = new Set(truths.map(({ key }) => key))
  for (const key of byKey.keys()) {
    if (!keys.has(String(key))) silent.push(`a record of the key ${JSON.stringify(key)}, which nobody has`)
  }
  truths.forEach((truth, at) => {
    const row = byKey.get(truth.key)
    const place = places[at] ?? { from: 0, to: 0 }
    if (row === undefined) {
      const told = reading.rejects.some(
        ({ line, raw }) => within(line, place) || names(raw, truth.key ?? '\0'),
      )
      if (!told) silent.push(`no word of ${truth.key}`)
      return
    }
    const flagged = new Set(
      reading.flags.filter(({ line }) => line === row.line).flatMap(({ fields }) => fields),
    )
    for (const column of columns) {
      const value = truth[column.field] ?? ''
      const right = expected(value, column, truth)
      const found = row[propertyOf(column)]
      // 0 and -0 are one amount
      if (found === right || (found === 0 && right === 0) || flagged.has(column.field)) continue
      silent.push(`${column.field}: ${JSON.stringify(right)} became ${JSON.stringify(found)}`)
    }
  })
  const { lines } = reading
  if (lines === null) return silent
  const accounted =
    reading.rows.length +
    reading.rejects.length +
    reading.skipped +
    lines.blank +
    lines.continuation +
    lines.skipped
  if (accounted !== lines.physical)
    silent.push(`${lines.physical} lines, of which ${accounted} are accounted for`)
  if (written.physical !== null && written.physical !== lines.physical) {
    silent.push(`${written.physical} lines were written, and ${lines.physical} counted`)
  }
  return silent
}

/** Reads a written file as the import does, and compares it with what was to be written. */
export async function outcomeOf(written: WrittenFile, profile: EntityFile): Promise<Outcome> {
  const dir = await mkdtemp(join(tmpdir(), 'written-form-'))
  try {
    await writeFile(join(dir, FILE_NAME), written.bytes)
    const reading = await readFile(dir, profile)
    const silent = silentIn(reading, written)
    const whole = silent.length === 0 && reading.codes.length === 0 ? 1 : 0
    return { silent, refused: null, told: reading.codes, whole }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'engine.internal') throw error
    return { silent: [], refused: error.code, told: [JSON.stringify(error.detail)], whole: 0 }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
