import type { ScreenName } from '../../shared/domain/branch/function-codes.ts'
import { type Place, type Step, takeStep } from './place.ts'

/** What going back comes back to: a screen as it was, with the person on its right. */
type Spot = Pick<Place, 'screen' | 'parameters' | 'customerUid'>

/** Where somebody is, where they were before, and what they went back from; the latest last. */
export interface Trail {
  readonly place: Place
  readonly past: readonly Spot[]
  readonly future: readonly Spot[]
}

export type TrailStep = Step | { readonly to: 'back' | 'forward' }

/** So many places are remembered; only in memory, and only while the window is open (our own default). */
const MOST_SPOTS = 50

export function trailFrom(place: Place): Trail {
  return { place, past: [], future: [] }
}

/**
 * Where a step leads, and what can be gone back to from there. A moment without anybody between two people is passed
 * through: going back from one to the other is one step.
 */
export function takeTrailStep(
  trail: Trail,
  step: TrailStep,
  listsPeople: (screen: ScreenName) => boolean,
): Trail {
  const { place, past, future } = trail
  switch (step.to) {
    case 'back': {
      const to = past.at(-1)
      if (to === undefined) return trail
      return {
        place: comeTo(place, to, listsPeople),
        past: past.slice(0, -1),
        future: [...future, spotOf(place)],
      }
    }
    case 'forward': {
      const to = future.at(-1)
      if (to === undefined) return trail
      return {
        place: comeTo(place, to, listsPeople),
        past: [...past, spotOf(place)],
        future: future.slice(0, -1),
      }
    }
    default: {
      const next = takeStep(place, step, listsPeople)
      if (!isLeft(trail, next)) return { ...trail, place: next }
      return { place: next, past: [...past, spotOf(place)].slice(-MOST_SPOTS), future: [] }
    }
  }
}

function spotOf({ screen, parameters, customerUid }: Place): Spot {
  return { screen, parameters, customerUid }
}

/** Whether a step left something that one may want to come back to. */
function isLeft({ place, past }: Trail, after: Place): boolean {
  if (!isSameView(place, after)) return true
  if (place.customerUid === after.customerUid) return false
  const last = past.at(-1)
  const isPassedThrough =
    place.customerUid === null && last !== undefined && isSameView(last, place) && last.customerUid !== null
  return !isPassedThrough
}

function isSameView(a: Spot, b: Spot): boolean {
  return a.screen === b.screen && a.parameters === b.parameters
}

function comeTo(place: Place, spot: Spot, listsPeople: (screen: ScreenName) => boolean): Place {
  const { screen, parameters, customerUid } = spot
  const there = { ...place, screen, parameters }
  return takeStep(there, { to: 'person', customerUid }, (each) => each === screen || listsPeople(each))
}
