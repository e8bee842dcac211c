import type { ReportArrival, SourceContext } from '../../../src/main/arrivals/arrival-source.ts'
import type { ArrivalReport } from '../../../src/shared/contract/internal/lobby.ts'
import type { UnreadableReason } from '../../../src/shared/domain/lobby/arrival-message.ts'
import { DEFAULT_ARRIVAL_SETTINGS } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { TestClock } from '../router/test-clock.ts'

const { fields, words } = DEFAULT_ARRIVAL_SETTINGS.reader
export const MAPPING = { fields, words }
/** An invented document of region 999999 with a right check digit. */
export const ID_NUMBER = '999999198001010011'

/** Writes down what sources report, and refuses when it is told to. */
export class RecordedArrivals implements ReportArrival {
  readonly arrivals: ArrivalReport[] = []
  readonly unread: UnreadableReason[] = []
  refusal: Error | null = null
  /** Reports that were made, whether they were taken in by now or not. */
  asked = 0
  #free: Promise<void> = Promise.resolve()

  /** Takes nothing in, as a branch that is busy, until what is returned is called. */
  holdBack(): () => void {
    let takeIn = () => {}
    this.#free = new Promise((resolve) => {
      takeIn = resolve
    })
    return takeIn
  }

  arrived = async (report: ArrivalReport) => {
    this.asked += 1
    await this.#free
    if (this.refusal !== null) throw this.refusal
    this.arrivals.push(report)
    return { outcome: 'arrived' } as const
  }

  unreadable = async (_source: string, reason: UnreadableReason) => {
    if (this.refusal !== null) throw this.refusal
    this.unread.push(reason)
  }

  tickets(): (string | null)[] {
    return this.arrivals.map(({ ticket }) => ticket)
  }
}

export interface Lobby extends SourceContext {
  readonly sessions: RecordedArrivals
  readonly clock: TestClock
  changes: number
}

export function openLobby(): Lobby {
  const lobby: Lobby = {
    sessions: new RecordedArrivals(),
    clock: new TestClock(Date.parse('2026-11-20T09:00:00+08:00')),
    changes: 0,
    changed: () => {
      lobby.changes += 1
    },
  }
  return lobby
}
