import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ImportProfile,
  type ImportProfileInput,
  importProfileSchema,
} from '../../../src/shared/contract/import-profile.ts'
import type { KeptSheet } from '../../../src/shared/contract/internal/imports.ts'
import { openEngine } from '../engine/open-engine.ts'
import { runImport } from './run-job.ts'

type FileInput = ImportProfileInput['files'][number]

/** A branch without customers, and files as a test writes them to the byte. */
export class RawExtractBranch {
  readonly engine = openEngine()
  readonly path = mkdtempSync(join(tmpdir(), 'huiyan-raw-'))

  /** Writes the files, over those of the same names, and imports them. */
  load(files: Readonly<Record<string, string>>, described: readonly FileInput[]): Promise<KeptSheet> {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.path, name), text)
    return runImport(this.engine, profileOf(described), this.path)
  }

  rows<Row>(sql: string): Row[] {
    return this.engine.connection.statement<Row>(sql).all()
  }

  close(): void {
    this.engine.close()
    rmSync(this.path, { recursive: true, force: true })
  }
}

function profileOf(files: readonly FileInput[]): ImportProfile {
  return importProfileSchema.parse({ version: 1, name: '测试数据', files })
}

/** A file whose columns are called like the fields they fill. */
export function plainFile(
  entity: 'customers' | 'accounts' | 'transactions' | 'loans' | 'cards',
  file: string,
  header: string,
  more: object = {},
): FileInput {
  const fields = Object.fromEntries(header.split(',').map((column) => [column, { column }]))
  return { entity, file, delimiter: ',', fields, ...more }
}
