import { beforeEach, expect, test } from 'vitest'
import { TextClock, type TextPlace } from '../../../../src/renderer/ui/clock-text.tsx'
import { averageWait, minutesOf, waitOf } from '../../../../src/shared/domain/lobby/visit.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Counts what is written into it, which is all that a page would have to lay out. */
class CountedPlace implements TextPlace {
  writes = 0
  #text: string | null = null

  get textContent(): string | null {
    return this.#text
  }

  set textContent(text: string | null) {
    this.writes += 1
    this.#text = text
  }
}

let nowAt: number
let beats: Set<() => void>
let clock: TextClock
beforeEach(() => {
  nowAt = 0
  beats = new Set()
  clock = new TextClock(
    () => nowAt,
    (tick) => {
      beats.add(tick)
      return () => beats.delete(tick)
    },
  )
})

function pass(milliseconds: number): void {
  for (const until = nowAt + milliseconds; nowAt < until; ) {
    nowAt += SECOND
    for (const tick of beats) tick()
  }
}

const minutesSince = (arrivedAt: number) => (at: number) =>
  `${minutesOf(waitOf({ arrivedAt, waitedUntilAt: null }, at))} 分`

test('sixty people waiting for ten minutes cost one write a person and minute, and nothing else', () => {
  const places = Array.from({ length: 60 }, () => new CountedPlace())
  for (const [index, place] of places.entries()) clock.watch(place, minutesSince(-index * SECOND))
  const before = places.map(({ writes }) => writes)
  pass(10 * MINUTE)
  expect(places.map(({ writes }, index) => writes - (before[index] ?? 0))).toEqual(Array(60).fill(10))
  expect(places[0]?.textContent).toBe('10 分')
})

test('all texts share one beat, which ends with the last of them', () => {
  const stops = [0, 1, 2].map(() => clock.watch(new CountedPlace(), minutesSince(0)))
  expect(beats.size).toBe(1)
  for (const stop of stops) stop()
  expect(beats.size).toBe(0)
})

test('a text stands there at once, and the average ticks as the waiting does', () => {
  const place = new CountedPlace()
  const visits = [
    { arrivedAt: 0, waitedUntilAt: 2 * MINUTE },
    { arrivedAt: 0, waitedUntilAt: null },
  ]
  clock.watch(place, (at) => String(minutesOf(averageWait(visits, at))))
  expect(place.textContent).toBe('1')
  pass(6 * MINUTE)
  expect(place.textContent).toBe('4')
})

test('the end of a watch that was replaced leaves the new one alone', () => {
  const place = new CountedPlace()
  const stopFirst = clock.watch(place, () => 'one')
  clock.watch(place, (at) => `two ${at}`)
  stopFirst()
  pass(SECOND)
  expect(place.textContent).toBe(`two ${SECOND}`)
})
