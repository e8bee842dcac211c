/** `npm run bench [name …]`: measures each path beside its floor and prints a line a figure. `BENCH_SCALE=small|full`. */

import { availableParallelism, loadavg } from 'node:os'
import { notice } from '../../scripts/bootstrap/notice.ts'
import { boardFrames } from './board-frames.ts'
import { customerWindow } from './customer-window.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { openStore } from './harness/branch-store.ts'
import { judged } from './harness/figures.ts'
import { keptStoreFolder } from './harness/kept-store.ts'
import { copyBranch, RunFolder } from './harness/run-folder.ts'
import { scaleNamed } from './harness/scale.ts'
import { importCustomers } from './import-customers.ts'
import { importTransactions } from './import-transactions.ts'
import { intentFlag } from './intent-flag.ts'
import { leadSave } from './lead-save.ts'
import { listPdf } from './list-pdf.ts'
import { memoryIdle } from './memory-idle.ts'
import { promptWindow } from './prompt-window.ts'
import { promptsEngine } from './prompts-engine.ts'
import { searchEngine } from './search-engine.ts'
import { searchWindow } from './search-window.ts'
import { startCold } from './start-cold.ts'
import { stripMemory } from './strip-memory.ts'

const BENCHES: readonly Bench[] = [
  searchEngine,
  searchWindow,
  customerWindow,
  intentFlag,
  leadSave,
  promptsEngine,
  promptWindow,
  boardFrames,
  importCustomers,
  importTransactions,
  listPdf,
  startCold,
  memoryIdle,
  stripMemory,
]

const scale = scaleNamed(process.env.BENCH_SCALE ?? 'small')
const chosen = benchesNamed(process.argv.slice(2))
const run = new RunFolder()
if ((loadavg()[0] ?? 0) > availableParallelism())
  notice('Other programs keep this machine busy: figures in milliseconds come out larger than they are.')
process.exitCode = (await measureAll()) ? 0 : 1

async function measureAll(): Promise<boolean> {
  let allPassed = true
  try {
    for (const bench of chosen) {
      for (const figure of await bench.measure(context())) {
        const { line, passed } = judged(figure)
        console.log(line)
        allPassed &&= passed
      }
    }
  } finally {
    run.remove()
  }
  return allPassed
}

function context(): CommandContext {
  return {
    scale,
    workingCopy: async () => {
      const copy = run.newFolder()
      copyBranch(await keptStoreFolder(scale), copy)
      return openStore(copy)
    },
    scratchFolder: () => run.newFolder(),
  }
}

/** All of them where none is named. Throws `RangeError` for a name that does not exist. */
function benchesNamed(names: readonly string[]): readonly Bench[] {
  for (const name of names) {
    if (BENCHES.some((each) => each.name === name)) continue
    throw new RangeError(`${name} is none of ${BENCHES.map((each) => each.name).join(', ')}`)
  }
  return names.length === 0 ? BENCHES : BENCHES.filter(({ name }) => names.includes(name))
}
