import type { Bench, CommandContext } from './harness/bench.ts'
import { benchBranch, foundStore, writeExtractTo } from './harness/branch-store.ts'
import type { Figure } from './harness/figures.ts'
import { TRANSACTIONS_PER_CUSTOMER } from './harness/scale.ts'
import { importCost } from './import/import-cost.ts'
import { rawInsertMs } from './import/raw-inserts.ts'

const MOST_RATIO = 3
const US_PER_MS = 1_000
/** Everything that importing customers writes, rows that others point at first. */
const TABLES = ['import_run', 'customer', 'duplicate_pair', 'customer_facts', 'search_key']

/**
 * Everybody of a bank's extract into an empty branch: cleaned, checked for duplicates, found by every key, with their
 * facts. Floor: the same rows inserted into the same tables of another empty branch.
 */
export const importCustomers: Bench = { name: 'import.customers', measure }

async function measure({ scale, scratchFolder }: CommandContext): Promise<readonly Figure[]> {
  const extract = scratchFolder()
  writeExtractTo(extract, benchBranch(scale.customers, TRANSACTIONS_PER_CUSTOMER))
  const [imported, raw] = [scratchFolder(), scratchFolder()]
  for (const folder of [imported, raw]) await foundStore(folder, async () => {})
  const { ms, rows } = await importCost(imported, extract, 'customers')
  const floorMs = await rawInsertMs(imported, raw, TABLES)
  const target = { of: 'ratio', atMost: MOST_RATIO } as const
  const perRow = (milliseconds: number) => (milliseconds * US_PER_MS) / rows
  return [{ name: 'import.customers', value: perRow(ms), unit: 'us/row', floor: perRow(floorMs), target }]
}
