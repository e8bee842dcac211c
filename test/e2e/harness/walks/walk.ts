import { giveUp, unsavedQuestion } from '../unsaved.ts'
import type { Workstation } from '../workstation.ts'
import { plannedWalk, type Step, wordsOf } from './plan.ts'
import { type Seen, seenByKey, watchKeys } from './seen.ts'
import { type Crossed, type Known, takeCalls, WhoIsWho, type Written } from './written.ts'

/** Something that must not happen, with all that is needed to see it again. */
export interface Fault {
  readonly seed: number
  readonly walk: number
  readonly what: string
  /** From the walk's first key to the one that did it. */
  readonly keys: string
}

export interface WalkOptions {
  readonly seed: number
  readonly walks: number
  /** The first one's number: a walk is the same whoever walked before. */
  readonly from?: number
  /** Ends of phones by which the box finds people. */
  readonly tails: readonly string[]
}

export interface Walked {
  readonly faults: readonly Fault[]
  /** How many writes named somebody: none would prove nothing. */
  readonly writes: number
}

/**
 * Presses random keys over three screens and two dialogs, and looks at each write that reaches the router: whoever is
 * written must be the one who is named on the screen when the key is struck. The focus is never on nothing, and a dialog
 * that closes gives it back.
 */
export async function walkAtRandom(workstation: Workstation, options: WalkOptions): Promise<Walked> {
  const walker = await Walker.start(workstation)
  const { seed, walks, from = 0, tails } = options
  const faults: Fault[] = []
  for (let walk = from; walk < from + walks; walk += 1) {
    await walker.begin(walk)
    const done: string[] = []
    for (const step of plannedWalk(seed, walk, tails)) {
      done.push(wordsOf(step))
      const what = await walker.take(step)
      if (what !== null) {
        faults.push({ seed, walk, what, keys: done.join(' ') })
        break
      }
    }
  }
  return { faults, writes: walker.writes }
}

class Walker {
  readonly #workstation: Workstation
  readonly #who = new WhoIsWho()
  #before: Seen | null = null
  writes = 0

  private constructor(workstation: Workstation) {
    this.#workstation = workstation
  }

  static async start(workstation: Workstation): Promise<Walker> {
    await watchKeys(workstation.window)
    return new Walker(workstation)
  }

  /** Nothing is open any more, and three visitors wait. */
  async begin(walk: number): Promise<void> {
    const { window: page } = this.#workstation
    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.press('Escape')
      // A question that Esc leaves goes a timer later.
      await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))))
      // Else what the walk before had typed stays open, and its dialog takes the keys of this one.
      if (await unsavedQuestion(this.#workstation).isVisible()) await giveUp(this.#workstation)
    }
    for (const letter of ['A', 'B']) {
      const ticket = `${letter}${String(walk % 1000).padStart(3, '0')}`
      await page.evaluate(
        (drawn) => window.huiyan.call('lobby.arrive', { ticket: drawn, business: 'cash' }),
        ticket,
      )
    }
    for (const call of await takeCalls(this.#workstation.app)) this.#who.learn(call)
    this.#before = null
  }

  /** @returns what went wrong, or null */
  async take(step: Step): Promise<string | null> {
    if (step.kind === 'key') return this.#press(step.key)
    const { keyboard } = this.#workstation.window
    const asked = await this.#press('Control+k')
    if (asked !== null) return asked
    await keyboard.type(step.tail)
    const typed = await this.#judge('typing')
    return typed ?? (await this.#press('ArrowDown')) ?? this.#press('Enter')
  }

  async #press(key: string): Promise<string | null> {
    await this.#workstation.window.keyboard.press(key)
    return this.#judge(key)
  }

  async #judge(key: string): Promise<string | null> {
    const { app, window } = this.#workstation
    const calls = await takeCalls(app)
    const { atKey: seen, now } = await seenByKey(window)
    const wrong = calls.map((call) => this.#wrongWrite(call, seen)).find((what) => what !== null) ?? null
    for (const call of calls) this.#who.learn(call)
    const before = this.#before ?? seen
    this.#before = now.layer === null ? now : before
    return wrong === null ? lostFocus(key, before, seen, now) : `${key}: ${wrong}`
  }

  #wrongWrite(call: Crossed, seen: Seen): string | null {
    const written = this.#who.writtenBy(call)
    if (written === null) return null
    this.writes += 1
    const missing = placesNaming(call.name, seen).filter(({ text }) => !this.#isNamed(written, text))
    if (missing.length === 0) return null
    const places = missing.map(({ place, text }) => `${place} says “${text ?? ''}”`).join(', ')
    return `${call.name} wrote ${this.#wordsOf(written)}, but the ${places}`
  }

  #isNamed(written: Written, text: string | null): boolean {
    if (text === null) return false
    if (written.kind === 'stranger') return written.tickets.every((ticket) => text.includes(ticket))
    const known = this.#who.customers.get(written.uid)
    return known !== undefined && partsOf(known).every((part) => text.includes(part))
  }

  #wordsOf(written: Written): string {
    if (written.kind === 'stranger') return `the stranger of ${written.tickets.join(' ')}`
    const known = this.#who.customers.get(written.uid)
    return known === undefined ? 'somebody unknown' : partsOf(known).join(' ')
  }
}

/** By what somebody is told from everybody else. */
function partsOf({ maskedName, phoneTail, customerNo }: Known): readonly string[] {
  return [maskedName, phoneTail, customerNo]
}

/** Where the screen says whom a write is about. One place alone may; two that disagree name nobody. */
function placesNaming(
  name: string,
  seen: Seen,
): readonly { readonly place: string; readonly text: string | null }[] {
  if (name === 'undo.take') return [{ place: 'message', text: seen.notices }]
  if (seen.layer !== null) return [{ place: 'dialog', text: seen.layer }]
  const panel = seen.panel === null ? [] : [{ place: 'open person', text: seen.panel }]
  if (!name.startsWith('lobby.')) return [{ place: 'open person', text: seen.panel }]
  return [{ place: 'bar', text: seen.bar }, ...panel]
}

function lostFocus(key: string, before: Seen, seen: Seen, now: Seen): string | null {
  if (now.focus === 'nothing') return `${key}: the focus is on nothing`
  const closed = seen.layer !== null && now.layer === null
  const wandered = closed && now.focus === 'box' && before.focus !== 'box' && key !== 'Control+k'
  return wandered ? `${key}: the dialog closed and the focus went from the ${before.focus} to the box` : null
}
