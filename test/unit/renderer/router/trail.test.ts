import { describe, expect, test } from 'vitest'
import { firstPlace } from '../../../../src/renderer/router/place.ts'
import { type TrailStep, takeTrailStep, trailFrom } from '../../../../src/renderer/router/trail.ts'
import type { ScreenName } from '../../../../src/shared/domain/branch/function-codes.ts'

const A = '018f0000-0000-7000-8000-00000000000a'
const B = '018f0000-0000-7000-8000-00000000000b'
const listsPeople = (screen: ScreenName) => screen !== 'settings'
const trailAfter = (...steps: readonly TrailStep[]) =>
  steps.reduce((trail, step) => takeTrailStep(trail, step, listsPeople), trailFrom(firstPlace('head')))
const open = (customerUid: string | null): TrailStep => ({ to: 'person', customerUid })
const back: TrailStep = { to: 'back' }
const forward: TrailStep = { to: 'forward' }
const where = (...steps: readonly TrailStep[]) => {
  const { screen, customerUid, parameters } = trailAfter(...steps).place
  return [screen, customerUid, parameters.customers.searchText]
}

describe('going back and forward', () => {
  test('leads through people and screens as they were, and forward again', () => {
    const steps: TrailStep[] = [
      { to: 'screen', screen: 'customers' },
      open(A),
      { to: 'search', text: '王' },
      open(B),
      { to: 'screen', screen: 'intents' },
    ]
    expect(where(...steps, back)).toEqual(['customers', B, '王'])
    // Whoever searches is done with the person before: one comes back to what was found, then to them.
    expect(where(...steps, back, back)).toEqual(['customers', null, '王'])
    expect(where(...steps, back, back, back)).toEqual(['customers', A, ''])
    expect(where(...steps, back, back, forward)).toEqual(['customers', B, '王'])
    expect(where(...steps, back, forward)).toEqual(['intents', B, '王'])
  })

  test('passes over a moment without anybody between two people', () => {
    const steps: TrailStep[] = [{ to: 'screen', screen: 'customers' }, open(A), open(null), open(B)]
    expect(where(...steps, back)).toEqual(['customers', A, ''])
    expect(where(...steps, back, back)).toEqual(['customers', null, ''])
  })

  test('ends where one began, and a new way forgets the old one', () => {
    expect(where(back, back)).toEqual(where())
    expect(where(open(A), back, open(B), forward)).toEqual(where(open(B)))
  })

  test('what lies over a screen, or was asked for, is no place', () => {
    const trail = trailAfter(open(A), { to: 'overlay', overlay: 'help', shown: true })
    expect(takeTrailStep(trail, back, listsPeople).place.customerUid).toBeNull()
  })

  test('whoever is come back to is given the keys', () => {
    const { requests } = trailAfter(open(A), open(B), back).place
    expect(requests.map(({ request }) => request.kind)).toEqual(['enter-person'])
  })
})
