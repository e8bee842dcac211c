import type { SourceState } from '../../shared/contract/arrivals.ts'
import { readScan } from '../../shared/domain/lobby/arrival-scan.ts'
import type { WedgeSettings } from '../../shared/domain/lobby/arrival-settings.ts'
import type { ArrivalSource, ReportOutcome, SourceContext } from './arrival-source.ts'
import { SourceTally } from './source-tally.ts'

export interface Scanned extends ReportOutcome {
  readonly ticket: string | null
}

/** A reader or scanner that types into our windows. The windows tell its keys from fingers; what they spell is read here. */
export class WedgeSource implements ArrivalSource {
  readonly name = 'wedge'
  readonly #settings: WedgeSettings
  readonly #tally: SourceTally
  #last: Promise<unknown> = Promise.resolve()

  constructor(settings: WedgeSettings, { sessions, clock }: SourceContext) {
    this.#settings = settings
    this.#tally = new SourceTally(this.name, sessions, clock)
  }

  state(): SourceState {
    return { state: 'running' }
  }

  start(): void {}

  async stop(): Promise<void> {
    await this.#last
  }

  /** Rejects with `AppError` where the branch does not take the arrival. */
  async scan(text: string): Promise<Scanned> {
    const read = readScan(text, this.#settings)
    const reported = this.#tally.report(read)
    this.#last = Promise.allSettled([this.#last, reported])
    const { outcome } = await reported
    return { outcome, ticket: read.ok ? read.arrival.ticket : null }
  }
}
