import { useEffect } from 'react'
import { call } from './bridge.ts'

/** The idle lock only needs to know roughly when somebody last did something. */
const TELL_EVERY_MS = 15_000

/** Tells the main process, at most every few seconds, that somebody is at the counter. */
export function useIdleTouch(): void {
  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY
    const touch = (event: Event) => {
      if (event.timeStamp - toldAt < TELL_EVERY_MS) return
      toldAt = event.timeStamp
      // A lock that came first answers with an error, and the session topic has already told the window.
      call('session.touch', {}).catch(() => undefined)
    }
    window.addEventListener('keydown', touch)
    window.addEventListener('pointerdown', touch)
    return () => {
      window.removeEventListener('keydown', touch)
      window.removeEventListener('pointerdown', touch)
    }
  }, [])
}
