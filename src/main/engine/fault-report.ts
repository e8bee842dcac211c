import { AppError, type ErrorCode } from '../../shared/domain/branch/app-error.ts'
import {
  errorName,
  plainErrorName,
  reportedFrames,
  stackFrames,
} from '../../shared/domain/branch/stack-frames.ts'
import { appErrorOf } from './faults.ts'

/** A failure as it is logged. It holds nothing that a customer or a member of staff typed or is shown. */
export interface FaultReport {
  /** The operation, the job, or the part of the program that it happened in. */
  readonly operation: string
  /** What whoever asked was told; null where nobody had asked. */
  readonly code: ErrorCode | null
  /** `TypeError`, `SQLITE_CONSTRAINT_CHECK`. */
  readonly error: string
  /** Frames of the project and its packages, the innermost first: `function (file:line:column)`. */
  readonly stack: readonly string[]
}

/**
 * The report of what was thrown, or null for an ordinary refusal, which a rule gave and which is nobody's fault.
 */
export function faultReport(operation: string, error: unknown): FaultReport | null {
  return error instanceof AppError && error.cause === undefined ? null : uncaughtReport(operation, error)
}

/** The report of what nobody caught: there an ordinary refusal is a fault as well. */
export function uncaughtReport(operation: string, error: unknown): FaultReport {
  const thrown = error instanceof AppError ? (error.cause ?? error) : error
  return { operation, code: appErrorOf(error).code, error: errorName(thrown), stack: stackFrames(thrown) }
}

/**
 * The report of an error that a window did not catch, out of what the window says of it. What a window sends is read as
 * carefully as a stack: nothing but names and places gets through.
 * @param window `workstation`, `strip` or `sheet`
 */
export function windowReport(window: string, error: string, frames: readonly string[]): FaultReport {
  return {
    operation: `window.${window}`,
    code: null,
    error: plainErrorName(error),
    stack: reportedFrames(frames),
  }
}
