import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  AHEAD_TOLERANCE_DAYS,
  BEHIND_TOLERANCE_HOURS,
  clockDoubt,
} from '../../../src/shared/domain/branch/clock-doubt.ts'
import { readShortWitness, shortWitness } from '../../../src/shared/domain/branch/witness.ts'
import { minuteAt } from '../../../src/shared/domain/calendar/time-of-day.ts'

const HOUR_MS = 3_600_000
const NOON = Date.parse('2026-11-30T12:00:00+08:00')

test('P2: what stands at the foot of a sheet is read back, however it is typed', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), digits, (seq, hash) => {
      const short = shortWitness({ seq, hash })
      const read = { seq, hash: hash.slice(0, 8) }
      for (const typed of [
        short,
        ` ${short.toUpperCase()} `,
        short.replace('-', '－'),
        short.replace('-', ' '),
      ]) {
        expect(readShortWitness(typed)).toEqual(read)
      }
    }),
  )
  for (const typed of ['', '1204', '1204-3f9a', 'abc-3f9a1c2b', '1204-3f9a1c2g']) {
    expect(readShortWitness(typed), typed).toBeNull()
  }
})

test('an hour back and eleven days on are believed, more is not', () => {
  expect([BEHIND_TOLERANCE_HOURS, AHEAD_TOLERANCE_DAYS]).toEqual([1, 11])
  expect(clockDoubt(NOON, NOON - HOUR_MS)).toBeNull()
  expect(clockDoubt(NOON, NOON - HOUR_MS - 1)).toBe('behind')
  expect(clockDoubt(NOON, NOON + 11 * 24 * HOUR_MS)).toBeNull()
  expect(clockDoubt(NOON, NOON + 11 * 24 * HOUR_MS + 1)).toBe('ahead')
})

test('a minute is told as the wall of the branch shows it', () => {
  expect(minuteAt(NOON)).toBe('2026-11-30 12:00')
  expect(minuteAt(Date.parse('2026-11-30T16:05:59Z'))).toBe('2026-12-01 00:05')
})
