import type { KeptSheet } from '../../../src/shared/contract/internal/imports.ts'
import { openEngine } from '../engine/open-engine.ts'
import { type Extract, ExtractFolder } from './extract-folder.ts'
import { type RunOptions, runImport } from './run-job.ts'

/** A branch without customers and a folder for its extracts, for one test. */
export class ImportingBranch {
  readonly engine = openEngine()
  readonly folder = new ExtractFolder()

  /** Writes an extract and imports it. */
  load(extract: Extract, options: RunOptions = {}): Promise<KeptSheet> {
    return runImport(this.engine, this.folder.write(extract), this.folder.path, options)
  }

  rows(sql: string): unknown[] {
    return this.engine.connection.statement(sql).all()
  }

  close(): void {
    this.engine.close()
    this.folder.remove()
  }
}
