import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readLookups } from '../../../src/main/features/imports/reading/lookups.ts'
import { parseImportProfile } from '../../../src/main/features/imports/reading/parse-profile.ts'
import { openRows, planImport } from '../../../src/main/features/imports/reading/read-folder.ts'

const EXTRACT = fileURLToPath(new URL('../../../../shared/data/berka', import.meta.url))
const PROFILE = new URL('../../fixtures/profiles/berka.json', import.meta.url)
const profile = parseImportProfile(readFileSync(PROFILE, 'utf8'))

/** Records of each file by its public description; the transactions are the first whole ones of a longer file. */
const WHOLE_ROWS = { customers: 5_369, accounts: 4_500, loans: 682, cards: 892, transactions: 49_102 }
const CUT_LINE = 49_104

interface Tally {
  rows: number
  rejects: string[]
  flagged: number
  groups: Record<string, number>
}

async function tally(dir: string): Promise<Record<string, Tally>> {
  const plan = await planImport(profile, dir)
  const lookups = await readLookups(plan, dir)
  const tallies: Record<string, Tally> = {}
  for (const planned of plan.files) {
    const source = await openRows(dir, planned, lookups)
    const tally: Tally = { rows: 0, rejects: [], flagged: 0, groups: {} }
    for await (const batch of source.batches()) {
      tally.rows += batch.rows.length
      tally.flagged += batch.flagged.length
      for (const { line, problems } of batch.rejects) tally.rejects.push(`${line} ${problems[0]?.code}`)
      for (const row of batch.rows) {
        const group = 'sex' in row ? row.sex : 'status' in row ? row.status : row.direction
        tally.groups[String(group)] = (tally.groups[String(group)] ?? 0) + 1
      }
    }
    tallies[source.entity] = tally
  }
  return tallies
}

describe.skipIf(!existsSync(EXTRACT))(`a Czech bank's extract (skipped without ../shared/data/berka)`, () => {
  it('is read whole: every row of every file, and only the cut line rejected', async () => {
    const tallies = await tally(EXTRACT)
    for (const [entity, rows] of Object.entries(WHOLE_ROWS)) {
      expect(tallies[entity], entity).toMatchObject({ rows, flagged: 0 })
    }
    expect(tallies.transactions?.rejects).toEqual([`${CUT_LINE} cut-short`])
    expect(Object.values(tallies).flatMap(({ rejects }) => rejects)).toHaveLength(1)
    expect(tallies.customers?.groups).toEqual({ male: 2_724, female: 2_645 })
    expect(tallies.loans?.groups).toEqual({
      finished: 203,
      'finished-unpaid': 31,
      running: 403,
      'running-overdue': 45,
    })
  })
})
