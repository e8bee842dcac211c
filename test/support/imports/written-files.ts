import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  DETECT_ALL,
  type Extract,
  type ExtractOptions,
  openExtract,
} from '../../../src/main/features/imports/reading/extract.ts'
import type { SourceRecord } from '../../../src/main/features/imports/reading/record-splitter.ts'
import type { RejectedRecord } from '../../../src/shared/domain/imports/import-rows.ts'

/** A folder of extracts that disappears with the test. */
export async function extractFolder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'extract-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content)
  return dir
}

export async function openContent(
  content: string | Buffer,
  options: Partial<ExtractOptions> = {},
): Promise<Extract> {
  const dir = await extractFolder({ 'extract.csv': content })
  return openExtract(join(dir, 'extract.csv'), { ...DETECT_ALL, ...options })
}

export interface WholeExtract {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly RejectedRecord[]
}

export async function readAll(extract: Extract): Promise<WholeExtract> {
  const records: SourceRecord[] = []
  const rejects: RejectedRecord[] = []
  for await (const batch of extract.records()) {
    records.push(...batch.records)
    rejects.push(...batch.rejects)
  }
  return { records, rejects }
}

export async function readContent(
  content: string | Buffer,
  options: Partial<ExtractOptions> = {},
): Promise<WholeExtract> {
  return readAll(await openContent(content, options))
}

/** Line and reason of every reject, the shape most tests care about. */
export function faults({ rejects }: WholeExtract): string[] {
  return rejects.map(({ line, problems }) => `${line} ${problems.map(({ code }) => code).join('+')}`)
}
