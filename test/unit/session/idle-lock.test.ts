import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdleLock } from '../../../src/main/session/idle-lock.ts'
import { TestClock } from '../../support/router/test-clock.ts'
import { TestMachine } from '../../support/router/test-machine.ts'

const MINUTE = 60_000

test('P1: it locks exactly when the allowance since the last touch is over, however the touches fall', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 * MINUTE - 1 }), { maxLength: 20 }), (pauses) => {
      const clock = new TestClock(0)
      let locked = 0
      const idle = new IdleLock(clock, () => locked++)
      idle.watch(10)
      for (const pause of pauses) {
        clock.advance(pause)
        idle.touch()
      }
      expect(locked).toBe(0)
      clock.advance(10 * MINUTE - 1)
      expect(locked).toBe(0)
      clock.advance(1)
      expect(locked).toBe(1)
    }),
  )
})

test('stopped, it never locks; watching again with another allowance counts from then', () => {
  const clock = new TestClock(0)
  let locked = 0
  const idle = new IdleLock(clock, () => locked++)
  idle.watch(10)
  idle.stop()
  clock.advance(60 * MINUTE)
  expect(locked).toBe(0)
  idle.watch(2)
  clock.advance(2 * MINUTE)
  expect(locked).toBe(1)
})

/** A desk on a machine that can sleep, left alone for ten minutes at most. */
function watchedSession() {
  const machine = new TestMachine(Date.parse('2026-11-20T16:55:00+08:00'))
  let locked = 0
  const idle = new IdleLock(machine, () => {
    locked++
    idle.stop()
  })
  idle.watch(10)
  return { machine, idle, locked: () => locked }
}

test('a machine that slept over the weekend is locked when it wakes, before anybody touches it', () => {
  const { machine, idle, locked } = watchedSession()
  machine.jump(64 * 60 * MINUTE)
  expect(locked()).toBe(0)
  idle.look()
  expect(locked()).toBe(1)
})

test('whoever touches it first after a sleep finds it locked, and is not taken for who left it', () => {
  const { machine, idle, locked } = watchedSession()
  machine.jump(64 * 60 * MINUTE)
  idle.touch()
  expect(locked()).toBe(1)
})

test('a clock that is set back a day gives nobody more than the allowance from then on', async () => {
  const { machine, locked } = watchedSession()
  await machine.run(4 * MINUTE)
  machine.jump(-24 * 60 * MINUTE)
  await machine.run(16 * MINUTE)
  expect(locked()).toBe(1)
})

test('whatever a clock and the nights of a machine do, an untouched screen is locked after two allowances of running', async () => {
  const hours = fc.integer({ min: -800, max: 800 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), hours), { maxLength: 3 }),
      async (jumps) => {
        const { machine, locked } = watchedSession()
        for (const [minutes, jumped] of jumps) {
          await machine.run(minutes * MINUTE)
          machine.jump(jumped * 60 * MINUTE)
        }
        await machine.run(20 * MINUTE)
        expect(locked()).toBe(1)
      },
    ),
  )
})
