import type { TableName } from '../engine/schema.ts'
import type { Attendant } from '../session/attendant.ts'
import type { SteadyClock } from '../session/clock.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { type Announcer, Bell, waitingAt } from './bell.ts'
import { BranchClock, type Chore } from './branch-clock.ts'

/** What moves a due instant, or decides whether somebody may be told. */
export const WATCHED: readonly TableName[] = [
  'intent',
  'referral',
  'notice',
  'visit',
  'staff',
  'setting',
  'year_notice',
  'day_override',
]

/** Keeps the time of whoever is signed in: the ladder, the morning, acceptance clocks, and the bell that tells of them. */
export class TimeKeeper implements Attendant {
  readonly #clock: BranchClock
  readonly #announcer: Announcer
  #serving = false

  constructor(clock: SteadyClock, announcer: Announcer) {
    this.#clock = new BranchClock(clock)
    this.#announcer = announcer
  }

  get serving(): boolean {
    return this.#serving
  }

  arrive(desk: OpenDesk): void {
    this.#clock.start([
      ...branchChores(desk),
      new Bell(waitingAt(desk), this.#announcer, () => this.#serving),
    ])
  }

  changed(tables: readonly TableName[]): void {
    if (tables.some((table) => WATCHED.includes(table))) this.#clock.changed()
  }

  /** The machine woke up, or somebody came back to it. */
  woke(): void {
    this.#clock.look()
  }

  /** 服务中, by hand: what is told meanwhile waits. */
  serve(serving: boolean): void {
    this.#serving = serving
    this.#clock.look()
  }

  leave(): void {
    this.#clock.stop()
    this.#serving = false
    this.#announcer.badge(0)
  }
}

/** In the order in which one gives the next something to tell. */
function branchChores({ engine, staff }: OpenDesk): readonly Chore[] {
  return [
    {
      dueAt: () => engine.internal('followups.ladderDueAt', {}, staff),
      run: () => engine.internal('followups.escalate', {}, staff),
    },
    {
      dueAt: () => engine.internal('notices.tellDueAt', {}, staff),
      run: () => engine.internal('notices.tellDue', {}, staff),
    },
    {
      dueAt: () => engine.internal('referrals.nextBounceAt', {}, staff),
      run: () => engine.internal('referrals.bounce', {}, staff),
    },
  ]
}
