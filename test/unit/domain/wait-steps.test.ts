import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { waitStepOf } from '../../../src/shared/domain/lobby/visit.ts'

const STEPS = { warnMinutes: 10, longMinutes: 20 }
const MINUTE = 60_000
const ARRIVED = Date.parse('2026-11-20T09:00:00+08:00')
const stepAfter = (minutes: number, waitedUntilAt: number | null = null) =>
  waitStepOf({ arrivedAt: ARRIVED, waitedUntilAt }, ARRIVED + minutes * MINUTE, STEPS)

describe('L1: a wait is marked in two steps', () => {
  test('at the full minute that the settings name, not before', () => {
    expect([0, 9.99, 10, 19.99, 20, 300].map((minutes) => stepAfter(minutes))).toEqual([
      'usual',
      'usual',
      'warn',
      'warn',
      'long',
      'long',
    ])
  })

  test('only while it lasts: who is served or has gone asks for nothing', () => {
    expect(stepAfter(300, ARRIVED + 25 * MINUTE)).toBe('usual')
  })

  test('an arrival in the future, from a source whose clock is fast, is no wait', () => {
    expect(stepAfter(-30)).toBe('usual')
  })

  test('never goes back as time goes on', () => {
    const rank = { usual: 0, warn: 1, long: 2 }
    fc.assert(
      fc.property(
        fc.nat(600),
        fc.nat(600),
        (one, more) => rank[stepAfter(one)] <= rank[stepAfter(one + more)],
      ),
    )
  })
})
