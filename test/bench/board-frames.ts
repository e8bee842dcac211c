import type { Page } from 'playwright-core'
import { Connection } from '../../src/main/engine/connection.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import type { BranchStore } from './harness/branch-store.ts'
import type { Figure } from './harness/figures.ts'
import { arrivingPeople } from './prompts-engine.ts'
import { openBenchWindow } from './window/bench-window.ts'

const WAITING = 60
/** Ten minutes of waiting pass in half of one: every third second all sixty minutes change at once. */
const MINUTES = 10
const SECONDS = 30
const TIMES_FASTER = (MINUTES * 60) / SECONDS
const FLOOR_SECONDS = 10
/**
 * A processor that the machine lends elsewhere makes a frame late on any screen, a still one as well. What the board does
 * itself comes back whenever all sixty minutes change, so it is in every round, and the calmest round shows it.
 */
const ROUNDS = 3
const MOST_MS = 32
/** The board's own first paint, and the window's work after a screen was opened, are not the clock's. */
const SETTLE_MS = 3_000

/**
 * The longest frame while sixty people wait on the board and the clock ticks, of the calmest round. Floor: the longest
 * frame of the same window on a screen where nothing moves, likewise.
 */
export const boardFrames: Bench = { name: 'board.frames', measure }

async function measure({ workingCopy }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const people = uidsOf(store, arrivingPeople(store, WAITING))
  const { app, page, say } = await openBenchWindow(store.folder)
  await page.evaluate(letArrive, people)
  const still: number[] = []
  const ticking: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.keyboard.press('Alt+2')
    still.push(await longestFrame(page, FLOOR_SECONDS, 1))
    await page.keyboard.press('Alt+1')
    await page.getByRole('listbox', { name: say('lobby.list') }).waitFor()
    ticking.push(await longestFrame(page, SECONDS, TIMES_FASTER))
    const texts = await page.evaluate(() => Reflect.get(window, 'clockTexts'))
    if (Number(texts) < MINUTES) throw new Error(`the clock wrote ${texts} times in ${MINUTES} minutes`)
  }
  await app.close()
  const target = { of: 'value', atMost: MOST_MS } as const
  return [
    { name: 'board.frames', value: Math.min(...ticking), unit: 'ms', floor: Math.min(...still), target },
  ]
}

function uidsOf({ file, dataKey }: BranchStore, ids: readonly number[]): string[] {
  const connection = Connection.open({ file, dataKey, mode: 'reader' })
  const uidOf = connection.statement<{ uid: string }>('SELECT uid FROM customer WHERE id = ?')
  const uids = ids.flatMap((id) => uidOf.get(id)?.uid ?? [])
  connection.close()
  return uids
}

async function longestFrame(page: Page, seconds: number, timesFaster: number): Promise<number> {
  await page.waitForTimeout(SETTLE_MS)
  return page.evaluate(watchFrames, { milliseconds: seconds * 1_000, timesFaster })
}

/** Runs in the window: sixty people draw their tickets. */
async function letArrive(people: readonly string[]): Promise<void> {
  for (const [index, customerUid] of people.entries()) {
    const ticket = `B${String(index + 1).padStart(3, '0')}`
    const reply = await window.huiyan.call('lobby.arrive', {
      ticket,
      business: 'wealth',
      who: { kind: 'customer', customerUid },
    })
    if (!reply.ok) throw new Error(reply.error.code)
  }
}

/** Runs in the window: the longest time between two frames, while the page's clock runs faster. */
async function watchFrames(order: {
  readonly milliseconds: number
  readonly timesFaster: number
}): Promise<number> {
  const trueNow = Date.now.bind(Date)
  const beganAt = trueNow()
  Date.now = () => beganAt + (trueNow() - beganAt) * order.timesFaster
  let clockTexts = 0
  const texts = new MutationObserver((changes) => {
    clockTexts += changes.length
  })
  for (const place of document.querySelectorAll('[data-clock]')) texts.observe(place, { childList: true })
  const longest = await new Promise<number>((resolve) => {
    const endsAt = performance.now() + order.milliseconds
    let lastAt: number | null = null
    let worst = 0
    const frame = (at: number): void => {
      if (lastAt !== null) worst = Math.max(worst, at - lastAt)
      lastAt = at
      if (at < endsAt) requestAnimationFrame(frame)
      else resolve(worst)
    }
    requestAnimationFrame(frame)
  })
  texts.disconnect()
  Date.now = trueNow
  Object.assign(window, { clockTexts })
  return longest
}
