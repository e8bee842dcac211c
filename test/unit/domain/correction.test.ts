import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import { CHANNELS, OUTCOMES } from '../../../src/shared/domain/work/contact.ts'
import {
  type ContactWords,
  correctionFault,
  mayCorrect,
  outcomesToCorrect,
} from '../../../src/shared/domain/work/correction.ts'

/** Written down again: what moves nothing but the words. */
const MOVES_NOTHING = ['reached', 'no-answer', 'appointment', 'interested', 'not-now']
const words: fc.Arbitrary<ContactWords> = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  outcome: fc.constantFrom(...OUTCOMES),
  note: fc.constantFrom('', '问了利率', '下周来'),
})

describe('F6: what of a contact is corrected', () => {
  test('a correction says something else, and touches neither an end of an intent nor a refused channel', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const same = JSON.stringify(before) === JSON.stringify(after)
        const sameOutcome = before.outcome === after.outcome
        const touched = [before.outcome, after.outcome].filter((each) => !MOVES_NOTHING.includes(each))
        const refusedElsewhere = before.outcome === 'refused' && before.channel !== after.channel
        const allowed = !same && (sameOutcome || touched.length === 0) && !refusedElsewhere
        expect(correctionFault(before, after) === null).toBe(allowed)
      }),
    )
  })

  test.each([
    ['unchanged', {}],
    ['refused', { outcome: 'refused' }],
    ['converted', { outcome: 'converted' }],
    [null, { outcome: 'no-answer' }],
    [null, { channel: 'phone' }],
    [null, { note: '说了手续费' }],
  ] as const)('the fault is %s for %j', (fault, change) => {
    const before: ContactWords = { channel: 'face', outcome: 'reached', note: '' }
    expect(correctionFault(before, { ...before, ...change })).toBe(fault)
  })

  test('a refusal that was none, and one made of a business that was done, are refusals first', () => {
    const refusal: ContactWords = { channel: 'phone', outcome: 'refused', note: '' }
    expect(correctionFault(refusal, { ...refusal, outcome: 'reached' })).toBe('refused')
    expect(correctionFault(refusal, { ...refusal, outcome: 'converted' })).toBe('refused')
    expect(correctionFault(refusal, { ...refusal, channel: 'sms' })).toBe('refused')
    expect(correctionFault(refusal, { ...refusal, note: '嫌费用高' })).toBeNull()
  })

  test.each(OUTCOMES)('what is offered for %s is what may be said', (outcome) => {
    const before: ContactWords = { channel: 'face', outcome, note: 'a' }
    const allowed = OUTCOMES.filter(
      (each) => correctionFault(before, { ...before, outcome: each, note: 'b' }) === null,
    )
    expect([...outcomesToCorrect(outcome)]).toEqual(allowed)
  })
})

test.each(ROLES)('F6: %s corrects own contacts, and others’ as head only', (role) => {
  expect(mayCorrect({ no: '1001', role }, '1001')).toBe(true)
  expect(mayCorrect({ no: '1001', role }, '1002')).toBe(role === 'head')
})
