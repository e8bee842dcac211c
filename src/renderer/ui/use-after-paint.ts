import { startTransition, useEffect, useState } from 'react'

/** A busy window gets round to it by then all the same, in ms. Our own default. */
const LATEST_MS = 300

/**
 * False while something is shown for the first time, true once that is on the screen and the window has nothing more
 * urgent to do. For what is dear to draw and not needed to know what one looks at: nobody waits for it, and keys that
 * come meanwhile go first.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    const waiting = requestIdleCallback(() => startTransition(() => setPainted(true)), { timeout: LATEST_MS })
    return () => cancelIdleCallback(waiting)
  }, [])
  return isPainted
}
