import type { ReportingWindow } from '../../shared/contract/diagnosis.ts'
import { errorName, stackFrames } from '../../shared/domain/branch/stack-frames.ts'
import { call } from './bridge.ts'
import { CallError } from './call-error.ts'

/** Tells the main process of an error in this window: its name and its lines, never its message, which may quote somebody. */
export function reportFault(window: ReportingWindow, thrown: unknown): void {
  // What the router refused, it has judged itself.
  if (thrown instanceof CallError) return
  // A report that fails has nowhere to go, and must not be one more fault to report.
  call('diagnosis.report', { window, error: errorName(thrown), frames: [...stackFrames(thrown)] }).catch(
    () => undefined,
  )
}

/** Reports from now on what nobody catches in this window. */
export function reportUncaught(window: ReportingWindow): void {
  globalThis.addEventListener('error', ({ error }) => {
    // The browser tells of its own notices in the same way, without an error.
    if (error !== null && error !== undefined) reportFault(window, error)
  })
  globalThis.addEventListener('unhandledrejection', ({ reason }) => reportFault(window, reason))
}
