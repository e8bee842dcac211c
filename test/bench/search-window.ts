import type { Bench, CommandContext } from './harness/bench.ts'
import { type Figure, p95 } from './harness/figures.ts'
import { type BenchWindow, openBenchWindow } from './window/bench-window.ts'
import { type Stopwatch, stopwatchIn } from './window/stopwatch.ts'
import { type TypedSearch, typedSearches } from './window/typed-searches.ts'

const SEARCHES = 100
const WARM_UP = 10
const MOST_MS = 60
/** Longer than a search takes, so that only the last key's rows are still to come. */
const SETTLE_MS = 150
const ON_A_KEYBOARD = /[\da-z]/

/** From the last key of a search to its painted rows, p95. Floor: an empty call through the router and one frame. */
export const searchWindow: Bench = { name: 'search.window', measure }

async function measure({ workingCopy, scale }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const searches = typedSearches(store, scale, WARM_UP + SEARCHES)
  const bench = await openBenchWindow(store.folder)
  const stopwatch = await stopwatchIn(bench.page)
  const ours: number[] = []
  const floor: number[] = []
  await bench.page.keyboard.press('Control+k')
  for (const [index, search] of searches.entries()) {
    const emptyMs = await stopwatch.emptyCall()
    const searchMs = await typeLastKey(bench, stopwatch, search)
    if (index < WARM_UP) continue
    floor.push(emptyMs)
    ours.push(searchMs)
  }
  await bench.app.close()
  const target = { of: 'value', atMost: MOST_MS } as const
  return [{ name: 'search.window', value: p95(ours), unit: 'ms', floor: p95(floor), target }]
}

async function typeLastKey(
  { page, say }: BenchWindow,
  stopwatch: Stopwatch,
  { prefix, lastKey }: TypedSearch,
): Promise<number> {
  const { keyboard } = page
  await keyboard.press('Escape')
  await keyboard.insertText(prefix)
  await page.waitForTimeout(SETTLE_MS)
  const selector = `[role=listbox][aria-label="${say('customers.found')}"] [role=option]`
  const before = await stopwatch.text(selector)
  return stopwatch.untilPainted({ selector, before }, () =>
    ON_A_KEYBOARD.test(lastKey) ? keyboard.press(lastKey) : keyboard.insertText(lastKey),
  )
}
