import { describe, expect, test } from 'vitest'
import { actionOfKey, actionsFor, KEY_OF_ACTION } from '../../../../src/renderer/shared/keys/referral-keys.ts'
import { REFERRAL_STATES } from '../../../../src/shared/domain/work/referral.ts'

const RECEIVER = { no: '3001', role: 'rm' } as const
const REFERRER = { no: '1001', role: 'teller' } as const
const HEAD = { no: '8001', role: 'head' } as const
const between = { toNo: RECEIVER.no, fromNo: REFERRER.no }

describe('what a row offers (L8)', () => {
  test('an offered one: the receiver answers, who referred takes it back, nobody else does anything', () => {
    const row = { ...between, state: 'offered' } as const
    expect(actionsFor(row, RECEIVER)).toEqual(['accept', 'decline'])
    expect(actionsFor(row, REFERRER)).toEqual(['withdraw'])
    expect(actionsFor(row, HEAD)).toEqual([])
  })

  test('an accepted one: the receiver and who shares out work report, who referred only reads', () => {
    const row = { ...between, state: 'accepted' } as const
    expect(actionsFor(row, RECEIVER)).toEqual(['contacted', 'qualified', 'lost'])
    expect(actionsFor(row, HEAD)).toEqual(['contacted', 'qualified', 'lost'])
    expect(actionsFor(row, REFERRER)).toEqual([])
  })

  test('business is closed only from qualified', () => {
    const offering = REFERRAL_STATES.filter((state) =>
      actionsFor({ ...between, state }, RECEIVER).includes('converted'),
    )
    expect(offering).toEqual(['qualified'])
  })
})

test('each action has a key of its own, in either case, and only where it is possible', () => {
  const keys = Object.values(KEY_OF_ACTION)
  expect(new Set(keys).size).toBe(keys.length)
  expect(actionOfKey('a', ['accept', 'decline'])).toBe('accept')
  expect(actionOfKey('X', ['accept', 'decline'])).toBe('decline')
  expect(actionOfKey('a', ['withdraw'])).toBeNull()
  expect(actionOfKey('Enter', ['accept'])).toBeNull()
})
