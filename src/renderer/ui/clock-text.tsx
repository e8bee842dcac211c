import { useLayoutEffect, useRef } from 'react'
import { TextClock } from './text-clock.ts'

/** Whole minutes are shown; a second is as late as anybody would notice. */
const BEAT_MS = 1_000

const clock = new TextClock(
  () => Date.now(),
  (tick) => {
    const timer = setInterval(tick, BEAT_MS)
    return () => clearInterval(timer)
  },
)

/** A text that follows the clock without being rendered again. It is written before the first paint. */
export function ClockText(props: { readonly className?: string | undefined; textAt(nowAt: number): string }) {
  const { className, textAt } = props
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => (place.current === null ? undefined : clock.watch(place.current, textAt)), [textAt])
  return <span ref={place} className={className} data-clock />
}
