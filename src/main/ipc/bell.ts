import type { NoticeKind } from '../../shared/domain/notice.ts'
import type { UnshownNotices } from '../engine/internal-operations.ts'
import type { Chore } from './branch-clock.ts'
import type { OpenDesk } from './session-desk.ts'

export interface KindCount {
  readonly kind: NoticeKind
  readonly count: number
}

/** How the system tells the person at the desk; never with a customer's name or number. */
export interface Announcer {
  announce(kinds: readonly KindCount[]): void
  /** How many notices wait to be seen. */
  badge(unseen: number): void
}

/**
 * Shows what was told to whoever is signed in, once. In the quiet hours, while a customer is being served and while
 * 服务中 is switched on it is held back, not lost (F4): afterwards it comes as one.
 */
export class Bell implements Chore {
  readonly #desk: OpenDesk
  readonly #announcer: Announcer
  readonly #isServing: () => boolean
  #waiting: UnshownNotices | null = null

  constructor(desk: OpenDesk, announcer: Announcer, isServing: () => boolean) {
    this.#desk = desk
    this.#announcer = announcer
    this.#isServing = isServing
  }

  async dueAt(): Promise<number | null> {
    const { engine, staff } = this.#desk
    const waiting = await engine.internal('notices.unshown', {}, staff)
    this.#waiting = waiting
    this.#announcer.badge(waiting.unseen)
    // A change of the visit, or of the switch, looks again.
    if (waiting.kinds.length === 0 || waiting.serving || this.#isServing()) return null
    return waiting.quietUntil ?? 0
  }

  async run(): Promise<void> {
    const waiting = this.#waiting
    if (waiting === null) return
    const { engine, staff } = this.#desk
    await engine.internal('notices.markShown', { upToId: waiting.upToId }, staff)
    this.#announcer.announce(waiting.kinds)
  }
}
