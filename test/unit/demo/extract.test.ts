import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRows, planImport } from '../../../src/main/features/imports/reading/read-folder.ts'
import { extractFileName, extractLines, linesOf } from '../../../src/shared/demo/csv.ts'
import { DEMO_PROFILE } from '../../../src/shared/demo/profile.ts'
import type { DemoDossier } from '../../../src/shared/demo/rows.ts'
import { IMPORT_ENTITIES, type ImportEntity } from '../../../src/shared/domain/imports/import-fields.ts'
import type { ImportRow } from '../../../src/shared/domain/imports/import-rows.ts'
import { branchOf } from '../../support/demo/demo-branches.ts'

const branch = branchOf(400)
const customerRecords = [...branch.customerRecords()]

const ROWS: Readonly<Record<ImportEntity, (customerRecord: DemoDossier) => readonly object[]>> = {
  customers: ({ customer }) => [{ ...customer, phoneEntries: null, idChecked: true }],
  accounts: ({ accounts }) => accounts,
  transactions: ({ transactions }) => transactions.map(({ customerKey, ...row }) => row),
  loans: ({ loans }) => loans,
  cards: ({ cards }) => cards.map((card) => ({ ...card, numberTail: card.number.slice(-4) })),
}

describe('the extract of a demo branch', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'huiyan-demo-'))
    for (const entity of IMPORT_ENTITIES) {
      writeFileSync(join(folder, extractFileName(entity)), `${[...linesOf(branch, entity)].join('\n')}\n`)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(IMPORT_ENTITIES)(
    'brings %s back through the import as they were, with nothing rejected or flagged',
    async (entity) => {
      const plan = await planImport(DEMO_PROFILE, folder)
      const planned = plan.files.find(({ profile }) => profile.entity === entity)
      if (!planned) throw new Error(`${entity} are not in the plan`)
      const rows: ImportRow[] = []
      for await (const batch of (await openRows(folder, planned, new Map())).batches()) {
        expect([batch.rejects, batch.flagged, batch.skipped]).toEqual([[], [], 0])
        rows.push(...batch.rows)
      }
      expect(rows.map(({ line, ...row }) => row)).toEqual(customerRecords.flatMap(ROWS[entity]))
    },
  )

  it('is the same lines in one walk over all files as file by file', () => {
    const walked = [...extractLines(branch)]
    for (const entity of IMPORT_ENTITIES) {
      const lines = walked.filter((line) => line.entity === entity).map(({ text }) => text)
      expect(lines).toEqual([...linesOf(branch, entity)])
    }
  })

  it('writes amounts in yuan with two decimals', () => {
    const [, line] = linesOf(branch, 'loans')
    const { principalFen } = customerRecords.flatMap(({ loans }) => loans)[0] ?? { principalFen: 0 }
    expect(line).toContain(`,${(principalFen / 100).toFixed(2)},`)
  })
})
