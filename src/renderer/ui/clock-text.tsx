import { useLayoutEffect, useRef } from 'react'

/** What a text is written into: an element that React gives no children of its own. */
export interface TextPlace {
  textContent: string | null
}

/** Begins to call `tick` again and again, and returns what ends it. */
type Beat = (tick: () => void) => () => void

/**
 * One clock for every text that changes with time. It writes texts where they stand and renders nothing: sixty people
 * may wait, and the list around their minutes lies still.
 */
export class TextClock {
  readonly #nowAt: () => number
  readonly #beat: Beat
  readonly #places = new Map<TextPlace, (nowAt: number) => string>()
  #stop: (() => void) | null = null

  constructor(nowAt: () => number, beat: Beat) {
    this.#nowAt = nowAt
    this.#beat = beat
  }

  /** Keeps a text right from now on; it stands there before this returns. @returns what ends it */
  watch(place: TextPlace, textAt: (nowAt: number) => string): () => void {
    this.#places.set(place, textAt)
    write(place, textAt(this.#nowAt()))
    this.#stop ??= this.#beat(() => this.#tick())
    return () => {
      if (this.#places.get(place) !== textAt) return
      this.#places.delete(place)
      if (this.#places.size > 0) return
      this.#stop?.()
      this.#stop = null
    }
  }

  #tick(): void {
    const nowAt = this.#nowAt()
    for (const [place, textAt] of this.#places) write(place, textAt(nowAt))
  }
}

/** A text that says the same is left alone: the page has nothing to lay out. */
function write(place: TextPlace, text: string): void {
  if (place.textContent !== text) place.textContent = text
}

/** The `data-step` of an element, kept right like a text. */
function stepOf({ dataset }: HTMLElement): TextPlace {
  return {
    get textContent() {
      return dataset.step ?? ''
    },
    set textContent(step) {
      dataset.step = step ?? ''
    },
  }
}

/** Whole minutes are shown; a second is as late as anybody would notice. */
const BEAT_MS = 1_000

const clock = new TextClock(
  () => Date.now(),
  (tick) => {
    const timer = setInterval(tick, BEAT_MS)
    return () => clearInterval(timer)
  },
)

/**
 * A text that follows the clock without being rendered again. It is written before the first paint.
 * @param props.stepAt what `data-step` says of the time, for the style sheet
 */
export function ClockText(props: {
  readonly className?: string | undefined
  textAt(nowAt: number): string
  stepAt?(nowAt: number): string
}) {
  const { className, textAt, stepAt } = props
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => (place.current === null ? undefined : clock.watch(place.current, textAt)), [textAt])
  useLayoutEffect(
    () => (place.current === null || !stepAt ? undefined : clock.watch(stepOf(place.current), stepAt)),
    [stepAt],
  )
  return <span ref={place} className={className} data-clock />
}
