import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdleLock } from '../../../src/main/ipc/idle-lock.ts'
import { TestClock } from '../../integration/door/test-clock.ts'

const MINUTE = 60_000

test('it locks exactly when the allowance since the last touch is over, however the touches fall', () => {
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
