import type { SourceState } from '../../shared/contract/arrivals.ts'
import { Refusal, type RefusalCode, type RefusalDetail } from '../../shared/domain/branch/refusal.ts'

export function errorState(code: RefusalCode, detail: RefusalDetail = {}): SourceState {
  return { state: 'error', code, detail }
}

/** The state of a source whose report was refused; a fault of our own says no more than that it is one. */
export function stateOfFailure(error: unknown): SourceState {
  if (error instanceof Refusal) return errorState(error.code, error.detail)
  return errorState('engine.internal', { cause: 'arrivals' })
}
