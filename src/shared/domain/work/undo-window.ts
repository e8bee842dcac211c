/** How long a step can be taken back, in milliseconds: as long as its undo button is shown (X2). Our own default. */
export const UNDO_WINDOW_MS = 8_000

/** Whether something can still be taken back. A clock that was set back since does not end the time. */
export function canUndo(doneAt: number, nowAt: number): boolean {
  return nowAt <= doneAt + UNDO_WINDOW_MS
}
