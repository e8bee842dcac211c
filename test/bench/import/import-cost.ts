import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ImportEntity } from '../../../src/shared/domain/imports/import-fields.ts'

/** What an import took. */
export interface ImportCost {
  readonly ms: number
  /** Rows that were added. */
  readonly rows: number
  /** The most memory that the process ever had, all of it: runtime, engine and import. */
  readonly peakMiB: number
}

const PROCESS = fileURLToPath(new URL('import-process.ts', import.meta.url))

/** Imports by the product's own job in a fresh process, so that its memory is its own. */
export async function importCost(
  dataFolder: string,
  extractFolder: string,
  ...entities: readonly ImportEntity[]
): Promise<ImportCost> {
  const command = [PROCESS, dataFolder, extractFolder, ...entities]
  const { stdout } = await promisify(execFile)(process.execPath, command)
  return JSON.parse(stdout)
}
