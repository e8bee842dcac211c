import type { ArrivalKey, ToldArrival, UnreadableReason } from '../../domain/lobby/arrival-message.ts'
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

export const arrivals = {
  /** A source of arrivals said something that told of nobody (L1). */
  unreadable: declareInternal('arrivals.unreadable', 'write', 'program')
    .takes<{ readonly source: ArrivalSource; readonly reason: UnreadableReason }>()
    .returns<null>(),
  /** By what the customers of a replayed morning are known; throws `arrivals.demoOnly`. */
  rehearse: declareInternal('arrivals.rehearse', 'write')
    .takes<{ readonly people: number }>()
    .returns<readonly ArrivalKey[]>(),
}
