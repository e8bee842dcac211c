import { setTimeout as wait } from 'node:timers/promises'
import type { ElectronApplication } from 'playwright-core'
import { Connection } from '../../src/main/engine/connection.ts'
import { flagIntent } from '../e2e/harness/intents.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import type { BranchStore } from './harness/branch-store.ts'
import type { Figure } from './harness/figures.ts'
import { type BenchWindow, openBenchWindow, startApp } from './window/bench-window.ts'
import { EMPTY_WINDOW } from './window/empty-window.ts'
import { residentMiB } from './window/resident-memory.ts'
import { typedSearches } from './window/typed-searches.ts'

const PEOPLE = 20
const MOST_RATIO = 1.7
const STEP_MS = 300
/** Long enough for what was used to be given back. */
const IDLE_MS = 10_000

/** All processes after a counter's work: search, panels, flags. Floor: an empty Electron window. */
export const memoryIdle: Bench = { name: 'memory.idle', measure }

async function measure({ workingCopy, scale }: CommandContext): Promise<readonly Figure[]> {
  const empty = await startApp(EMPTY_WINDOW)
  await empty.firstWindow()
  const floor = await whenIdle(empty)
  const store = await workingCopy()
  const texts = typedSearches(store, scale, PEOPLE).map(({ text }) => text)
  const bench = await openBenchWindow(store.folder)
  await work(bench, texts)
  const value = await whenIdle(bench.app)
  if (flagsIn(store) < PEOPLE / 2) throw new Error('Most of the work was not done')
  const target = { of: 'ratio', atMost: MOST_RATIO } as const
  return [{ name: 'memory.idle', value, unit: 'MiB', floor, target }]
}

async function work({ page }: BenchWindow, texts: readonly string[]): Promise<void> {
  const { keyboard } = page
  for (const text of texts) {
    await keyboard.press('Control+k')
    await keyboard.type(text)
    await wait(STEP_MS)
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await wait(STEP_MS)
    await flagIntent(page, 'wealth', 'high')
    await wait(STEP_MS)
  }
}

function flagsIn({ file, dataKey }: BranchStore): number {
  const connection = Connection.open({ file, dataKey, mode: 'reader' })
  const sql = `SELECT count(*) AS n FROM outbox WHERE operation = 'intents.flag'`
  const flags = connection.statement<{ n: number }>(sql).get()?.n ?? 0
  connection.close()
  return flags
}

async function whenIdle(app: ElectronApplication): Promise<number> {
  await wait(IDLE_MS)
  const { pid } = app.process()
  if (pid === undefined) throw new Error('The application is not running')
  const mib = residentMiB(pid)
  await app.close()
  return mib
}
