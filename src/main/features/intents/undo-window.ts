/** How long a flag can be taken back, in milliseconds: as long as the counter strip shows its undo button. */
export const UNDO_WINDOW_MS = 8_000

/** Whether a flag can still be taken back. A clock set backwards since then does not close the window. */
export function canUndo(flaggedAt: number, nowAt: number): boolean {
  return nowAt <= flaggedAt + UNDO_WINDOW_MS
}
