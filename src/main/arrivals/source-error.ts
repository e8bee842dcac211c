import type { SourceState } from '../../shared/contract/arrivals.ts'
import { AppError, type ErrorCode, type ErrorDetail } from '../../shared/domain/branch/app-error.ts'

export function errorState(code: ErrorCode, detail: ErrorDetail = {}): SourceState {
  return { state: 'error', code, detail }
}

/** The state of a source whose report was refused; a fault of our own says no more than that it is one. */
export function stateOfFailure(error: unknown): SourceState {
  if (error instanceof AppError) return errorState(error.code, error.detail)
  return errorState('engine.internal', { cause: 'arrivals' })
}
