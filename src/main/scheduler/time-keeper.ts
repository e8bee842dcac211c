import type { UnshownNotices } from '../../shared/contract/internal/work.ts'
import type { NoticeKind } from '../../shared/domain/work/notice.ts'
import type { TableName } from '../engine/schema.ts'
import type { SteadyClock } from '../session/clock.ts'
import type { OpenSession } from '../session/open-session.ts'
import type { SessionListener } from '../session/session-listener.ts'
import { BranchClock, type Chore } from './branch-clock.ts'

export interface KindCount {
  readonly kind: NoticeKind
  readonly count: number
}

/** How the system tells the person at the counter; never with a customer's name or number. */
export interface Announcer {
  announce(kinds: readonly KindCount[]): void
  /** How many notices wait to be seen. */
  badge(unseen: number): void
}

/** What waits for the person at the counter. */
export interface Waiting {
  unshown(): Promise<UnshownNotices>
  /** What came after that id stays to be shown. */
  markShown(upToId: number): Promise<unknown>
}

/** What waits in the branch for whoever sits at this counter. */
function waitingAt({ engine, staff }: OpenSession): Waiting {
  return {
    unshown: () => engine.internal('notices.unshown', {}, staff),
    markShown: (upToId) => engine.internal('notices.markShown', { upToId }, staff),
  }
}

/**
 * Shows what was told to whoever is signed in, once. In the quiet hours, while a customer is being served and while
 * 服务中 is switched on it is held back, not lost (F4): afterwards it comes as one.
 */
export class Bell implements Chore {
  readonly #notices: Waiting
  readonly #announcer: Announcer
  readonly #isServing: () => boolean
  #waiting: UnshownNotices | null = null

  constructor(notices: Waiting, announcer: Announcer, isServing: () => boolean) {
    this.#notices = notices
    this.#announcer = announcer
    this.#isServing = isServing
  }

  async dueAt(): Promise<number | null> {
    const waiting = await this.#notices.unshown()
    this.#waiting = waiting
    this.#announcer.badge(waiting.unseen)
    // A change of the visit, or of the switch, looks again.
    if (waiting.kinds.length === 0 || waiting.serving || this.#isServing()) return null
    return waiting.quietUntil ?? 0
  }

  async run(): Promise<void> {
    const waiting = this.#waiting
    if (waiting === null) return
    await this.#notices.markShown(waiting.upToId)
    this.#announcer.announce(waiting.kinds)
  }
}

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
export class TimeKeeper implements SessionListener {
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

  arrive(sessions: OpenSession): void {
    this.#clock.start([
      ...branchChores(sessions),
      new Bell(waitingAt(sessions), this.#announcer, () => this.#serving),
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

  async leave(): Promise<void> {
    await this.#clock.stop()
    this.#serving = false
    this.#announcer.badge(0)
  }
}

/** In the order in which one gives the next something to tell. */
function branchChores({ engine, staff }: OpenSession): readonly Chore[] {
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
