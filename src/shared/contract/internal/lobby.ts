import type { ToldArrival } from '../../domain/lobby/arrival-message.ts'
import type { ArrivalSource } from '../../domain/lobby/visit.ts'
import { declareInternal } from './declaration.ts'

/** An arrival as a source reports it; a report with neither a ticket nor a key is kept as an unreadable one. */
export interface ArrivalReport extends ToldArrival {
  readonly source: ArrivalSource
}

export const lobby = {
  /** Somebody came, says a source of arrivals (L1): finds the person by an exact key and opens or joins a visit. */
  report: declareInternal('lobby.report', 'write', 'program').takes<ArrivalReport>().returns<{
    readonly outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
    readonly visitUid: string | null
  }>(),
}
