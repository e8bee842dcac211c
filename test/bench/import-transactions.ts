import type { Bench, CommandContext } from './harness/bench.ts'
import { benchBranch, foundStore, importInto, profileFor, writeExtractTo } from './harness/branch-store.ts'
import type { Figure } from './harness/figures.ts'
import { copyBranch } from './harness/run-folder.ts'
import { TRANSACTIONS_PER_CUSTOMER } from './harness/scale.ts'
import { type ImportCost, importCost } from './import/import-cost.ts'
import { rawInsertMs } from './import/raw-inserts.ts'

/** Who have about a million transactions a year between them, at either scale. */
const PEOPLE = 80_000
const MOST_RATIO = 2.5
/** An import of twice the rows may need this much more memory. */
const MOST_MEMORY_RATIO = 1.2
const US_PER_MS = 1_000
/** Everything that importing transactions writes; keys too, because people who did something lately are found sooner. */
const TABLES = ['txn', 'month_rollup', 'customer_facts', 'search_key']

/**
 * A year's transactions of people who are known, rolled up by month, with their facts. Floor: the same rows inserted
 * into the same tables of a copy. The second figure is the memory of twice the rows, beside that of once.
 */
export const importTransactions: Bench = { name: 'import.transactions', measure }

async function measure(context: CommandContext): Promise<readonly Figure[]> {
  const { scratchFolder } = context
  const [once, twice] = [scratchFolder(), scratchFolder()]
  writeExtractTo(once, benchBranch(PEOPLE, TRANSACTIONS_PER_CUSTOMER))
  writeExtractTo(twice, benchBranch(PEOPLE, 2 * TRANSACTIONS_PER_CUSTOMER))
  const known = scratchFolder()
  await foundStore(known, async (engine) => {
    await importInto(engine, once, known, profileFor('customers', 'accounts'))
  })
  const imported = scratchFolder()
  const single = await costInCopy(known, imported, once)
  const double = await costInCopy(known, scratchFolder(), twice)
  const floorMs = await rawInsertMs(imported, known, TABLES)
  const perRow = (milliseconds: number) => (milliseconds * US_PER_MS) / single.rows
  return [
    {
      name: 'import.transactions',
      value: perRow(single.ms),
      unit: 'us/row',
      floor: perRow(floorMs),
      target: { of: 'ratio', atMost: MOST_RATIO },
    },
    {
      name: 'import.transactions.memory',
      value: double.peakMiB,
      unit: 'MiB',
      floor: single.peakMiB,
      target: { of: 'ratio', atMost: MOST_MEMORY_RATIO },
    },
  ]
}

function costInCopy(known: string, copy: string, extract: string): Promise<ImportCost> {
  copyBranch(known, copy)
  return importCost(copy, extract, 'transactions')
}
