import type { Bench, CommandContext } from './harness/bench.ts'
import { type Figure, p95 } from './harness/figures.ts'
import { type BenchWindow, openBenchWindow } from './window/bench-window.ts'
import { type Stopwatch, stopwatchIn } from './window/stopwatch.ts'
import { typedSearches } from './window/typed-searches.ts'

/** Stays under the number of people that somebody may see on one day. */
const PEOPLE = 100
const WARM_UP = 10
const MOST_MS = 80
/** Between two people, while the last one's timeline is still coming in, and before somebody is chosen. */
const SETTLE_MS = 150

/** From Enter on a found person to their painted panel, p95. Floor: an empty call through the router and one frame. */
export const customerWindow: Bench = { name: 'customer.window', measure }

async function measure({ workingCopy, scale }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const searches = typedSearches(store, scale, WARM_UP + PEOPLE)
  const everyoneOnce = new Map(searches.map((search) => [search.firstUid, search.text]))
  const bench = await openBenchWindow(store.folder)
  const stopwatch = await stopwatchIn(bench.page)
  const ours: number[] = []
  const floor: number[] = []
  for (const [index, text] of [...everyoneOnce.values()].entries()) {
    await bench.page.waitForTimeout(SETTLE_MS)
    const emptyMs = await stopwatch.emptyCall()
    const openMs = await choose(bench, stopwatch, text)
    if (index < WARM_UP) continue
    floor.push(emptyMs)
    ours.push(openMs)
  }
  await bench.app.close()
  const target = { of: 'value', atMost: MOST_MS } as const
  return [{ name: 'customer.window', value: p95(ours), unit: 'ms', floor: p95(floor), target }]
}

async function choose({ page, say }: BenchWindow, stopwatch: Stopwatch, text: string): Promise<number> {
  const { keyboard } = page
  await keyboard.press('Control+k')
  await keyboard.insertText(text)
  // Nobody can be chosen before the answer is there, however long the first search of a large branch takes.
  const found = page.getByRole('listbox', { name: say('customers.found') })
  await found.locator('[role=option]:not([data-combobox-disabled])').first().waitFor()
  // As long as somebody needs to see who it is.
  await page.waitForTimeout(SETTLE_MS)
  await keyboard.press('ArrowDown')
  const selector = `section[aria-label^="${say('customers.panel', { name: '' }).trim()}"]`
  const before = await stopwatch.text(selector)
  return stopwatch.untilPainted({ selector, before }, () => keyboard.press('Enter'))
}
