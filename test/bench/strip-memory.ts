import { setTimeout as wait } from 'node:timers/promises'
import type { Bench, CommandContext } from './harness/bench.ts'
import type { Figure } from './harness/figures.ts'
import { type BenchWindow, openBenchWindow } from './window/bench-window.ts'
import { proportionalMiB } from './window/resident-memory.ts'
import { typedSearches } from './window/typed-searches.ts'

const MOST_MIB = 60
/** Long enough for what was used to be given back. */
const IDLE_MS = 10_000

/** What the counter strip adds to the workstation while it shows a person. Floor: the workstation without it. */
export const stripMemory: Bench = { name: 'strip.memory', measure }

async function measure({ workingCopy, scale }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const [search] = typedSearches(store, scale, 1)
  if (search === undefined) throw new Error('Nobody can be found')
  const bench = await openBenchWindow(store.folder)
  const before = await whenIdle(bench)
  await serveInStrip(bench, search.text)
  const after = await whenIdle(bench)
  await bench.app.close()
  const target = { of: 'value', atMost: MOST_MIB } as const
  return [{ name: 'strip.memory', value: after - before, unit: 'MiB', floor: before, target }]
}

async function serveInStrip({ app, page, say }: BenchWindow, text: string): Promise<void> {
  const opened = app.waitForEvent('window')
  await page.evaluate(() => window.huiyan.call('strip.show', {}))
  const strip = await opened
  await strip.getByRole('textbox').first().fill(text)
  const found = strip.getByRole('listbox', { name: say('customers.found') })
  await found.locator('[role=option]:not([data-combobox-disabled])').first().waitFor()
  await strip.keyboard.press('ArrowDown')
  await strip.keyboard.press('Enter')
  await strip.getByRole('region').first().waitFor()
}

async function whenIdle({ app }: BenchWindow): Promise<number> {
  await wait(IDLE_MS)
  const { pid } = app.process()
  if (pid === undefined) throw new Error('The application is not running')
  return proportionalMiB(pid)
}
