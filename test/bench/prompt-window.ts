import type { Page } from 'playwright-core'
import { Connection } from '../../src/main/engine/connection.ts'
import { promptsFor } from '../../src/main/records/prompts/read-prompts.ts'
import { DEFAULT_SETTINGS } from '../../src/shared/domain/branch/settings.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { BRANCH_DAY, type BranchStore } from './harness/branch-store.ts'
import { type Figure, p95 } from './harness/figures.ts'
import { arrivingPeople } from './prompts-engine.ts'
import { openBenchWindow } from './window/bench-window.ts'
import { stopwatchIn } from './window/stopwatch.ts'

const ARRIVALS = 100
const WARM_UP = 10
/** Who waits already: as many as leave the newcomer's row on the screen. */
const WAITING = 6
/** Some of those asked have nothing to be said to, or may not be told anything. */
const ASKED = (ARRIVALS + WARM_UP + WAITING) * 4
const MOST_MS = 150
/** Between two arrivals, while the board settles. */
const SETTLE_MS = 120

/** From somebody's arrival to their prompt on the board, painted, p95. Floor: an empty call through the router and one frame. */
export const promptWindow: Bench = { name: 'prompt.window', measure }

async function measure({ workingCopy }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const people = peopleWithPrompts(store, WAITING + WARM_UP + ARRIVALS)
  const { app, page } = await openBenchWindow(store.folder)
  await openBoard(page)
  const stopwatch = await stopwatchIn(page)
  const ours: number[] = []
  const floor: number[] = []
  for (const [index, customerUid] of people.entries()) {
    await page.waitForTimeout(SETTLE_MS)
    const emptyMs = await stopwatch.emptyCall()
    const waits = index < WAITING
    const arrivalMs = await page.evaluate(arriveAndWatch, { customerUid, ticket: ticketOf(index), waits })
    if (index < WAITING + WARM_UP) continue
    floor.push(emptyMs)
    ours.push(arrivalMs)
  }
  await app.close()
  const target = { of: 'value', atMost: MOST_MS } as const
  return [{ name: 'prompt.window', value: p95(ours), unit: 'ms', floor: p95(floor), target }]
}

/** The lobby is the first screen of the rail. */
async function openBoard(page: Page): Promise<void> {
  await page.keyboard.press('Alt+1')
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
}

function ticketOf(index: number): string {
  return `B${String(index + 1).padStart(3, '0')}`
}

/** People whose arrival puts a prompt on the board. */
function peopleWithPrompts(store: BranchStore, count: number): string[] {
  const ids = arrivingPeople(store, ASKED)
  const connection = Connection.open({ file: store.file, dataKey: store.dataKey, mode: 'reader' })
  const uidOf = connection.statement<{ uid: string }>('SELECT uid FROM customer WHERE id = ?')
  const moment = { todayOn: BRANCH_DAY, nowAt: Date.now(), settings: DEFAULT_SETTINGS, visitId: null }
  const uids = ids
    .filter((id) => promptsFor(connection, id, moment).prompts.length > 0)
    .flatMap((id) => uidOf.get(id)?.uid ?? [])
    .slice(0, count)
  connection.close()
  return uids
}

/** Runs in the window: lets somebody arrive as a source would, and waits for the frame that shows what to say to them. */
async function arriveAndWatch(arrival: {
  readonly customerUid: string
  readonly ticket: string
  readonly waits: boolean
}): Promise<number> {
  const shown = () =>
    Array.from(document.querySelectorAll('[role=option]'), (row) => row.textContent).some(
      (text) => text.includes(arrival.ticket) && text.includes('▲'),
    )
  const painted = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!shown()) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  })
  const arrivedAt = performance.now()
  const reply = await window.huiyan.call('lobby.arrive', {
    ticket: arrival.ticket,
    business: 'wealth',
    who: { kind: 'customer', customerUid: arrival.customerUid },
  })
  if (!reply.ok) throw new Error(reply.error.code)
  const took = (await painted) - arrivedAt
  // Who was measured goes again, so that the next one's row is on the screen too.
  const { visit } = reply.value as { readonly visit: { readonly uid: string } }
  if (!arrival.waits) await window.huiyan.call('lobby.advance', { visitUid: visit.uid, move: 'leave' })
  return took
}
