import type { ArrivalKey, UnreadableReason } from '../../domain/lobby/arrival-message.ts'
import type { ArrivalSource } from '../../domain/lobby/visit.ts'
import { declareInternal } from './declaration.ts'

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
