import { join } from 'node:path'
import { compileFile } from '../../../src/main/features/imports/reading/entity-rows.ts'
import { NO_LOOKUPS } from '../../../src/main/features/imports/reading/expression.ts'
import { openExtract } from '../../../src/main/features/imports/reading/extract.ts'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import type { LineCounts } from '../../../src/shared/domain/imports/import-rows.ts'
import { extractFolder } from './written-files.ts'

const FIELDS = {
  key: { column: '客户号' },
  name: { column: '姓名' },
  address: { column: '地址' },
  occupation: { column: '职业' },
}

export interface ReadCustomers {
  /** `line key|name|address|occupation`, as far as they are there. */
  readonly rows: readonly string[]
  /** `line code`, with the field where one is to blame. */
  readonly faults: readonly string[]
  readonly lines: LineCounts
}

/** Reads a file of customers by a profile that says no more than the given keys. */
export async function readCustomers(
  content: string | Buffer,
  entry: Readonly<Record<string, unknown>> = {},
): Promise<ReadCustomers> {
  const dir = await extractFolder({ 'customers.txt': content })
  const [file] = importProfileSchema.parse({
    version: 1,
    name: 'customers',
    files: [{ entity: 'customers', file: 'customers.txt', fields: FIELDS, ...entry }],
  }).files
  if (file?.entity !== 'customers') throw new Error('not a file of customers')
  const extract = await openExtract(join(dir, 'customers.txt'), file)
  const source = { header: extract.header, file: 'customers.txt', format: extract.format }
  const map = compileFile('customers', file, source, NO_LOOKUPS)
  const rows: string[] = []
  const faults: string[] = []
  const lines = { physical: 0, blank: 0, continuation: 0, skipped: 0 }
  let taken = 0
  for await (const batch of extract.records()) {
    for (const { line, problems } of batch.rejects) faults.push(`${line} ${problems[0]?.code}`)
    for (const record of batch.records) {
      const mapped = map(record)
      if (mapped === null) continue
      const problems = mapped.ok ? mapped.warnings : mapped.problems
      for (const { code, field } of problems) faults.push(`${record.line} ${code} ${field ?? ''}`.trim())
      if (!mapped.ok) continue
      const { key, name, address, occupation } = mapped.row
      rows.push(`${record.line} ${[key, name, address, occupation].map((each) => each ?? '').join('/')}`)
    }
    taken += batch.records.length + batch.rejects.length
    for (const count of ['physical', 'blank', 'continuation', 'skipped'] as const) {
      lines[count] += batch.lines?.[count] ?? 0
    }
  }
  if (lines.physical !== taken + lines.blank + lines.continuation + lines.skipped) {
    throw new Error(`lines of the file are unaccounted for: ${JSON.stringify({ taken, lines })}`)
  }
  return { rows, faults, lines }
}
