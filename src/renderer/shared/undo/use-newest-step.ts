import { useEffect, useState } from 'react'
import type { UndoableStep } from '../../../shared/contract/undo.ts'
import { UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import { useOperation } from '../../ipc/operations.ts'

const SECOND_MS = 1_000

/** What the signed-in person did last, in whichever window, while it can be taken back; null afterwards. */
export function useNewestStep(): UndoableStep | null {
  const { data } = useOperation('undo.newest', {})
  const step = data ?? null
  const left = useSecondsLeft(step?.untilAt ?? 0)
  return left > 0 ? step : null
}

/**
 * How many seconds something can still be taken back, counted down.
 * @param untilAt UTC milliseconds
 */
export function useSecondsLeft(untilAt: number): number {
  const [left, setLeft] = useState(() => secondsLeft(untilAt))
  useEffect(() => {
    setLeft(secondsLeft(untilAt))
    if (secondsLeft(untilAt) === 0) return
    const timer = window.setInterval(() => setLeft(secondsLeft(untilAt)), SECOND_MS / 4)
    return () => window.clearInterval(timer)
  }, [untilAt])
  return left
}

/** A clock that was set back does not make the time longer. */
function secondsLeft(untilAt: number): number {
  const left = Math.min(UNDO_WINDOW_MS, untilAt - Date.now())
  return Math.max(0, Math.ceil(left / SECOND_MS))
}
