/**
 * A process number alone says nothing: after a crash it soon belongs to another program. So whoever holds something gives
 * a sign of life in short intervals, and one that has been silent this long is gone, whatever has its number. Ours.
 */
export const SILENCE_LIMIT_MS = 5 * 60_000

/**
 * Whether the other process that left a sign of life still runs. A process knows without this what it does itself.
 * @param silentMs time since its last sign
 * @param limitMs after how long without one it counts as gone
 */
export function stillRuns(pid: number, silentMs: number, limitMs = SILENCE_LIMIT_MS): boolean {
  return silentMs < limitMs && processExists(pid)
}

/** Whether any process has that number now. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
