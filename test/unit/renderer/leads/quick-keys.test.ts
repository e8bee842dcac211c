import { describe, expect, test } from 'vitest'
import {
  AGREED,
  emptyDraft,
  type LeadDraft,
  missingFields,
  saveInputOf,
} from '../../../../src/renderer/features/leads/lead-draft.ts'
import { surnameDigit } from '../../../../src/renderer/features/leads/surname-field.tsx'
import { surnameCandidates } from '../../../../src/shared/domain/text/surname-candidates.ts'

const WHOLE: LeadDraft = {
  ...emptyDraft(null),
  surname: '王',
  title: 'mr',
  key: '5678',
  product: 'wealth',
  level: 'high',
  purposes: AGREED,
}

describe('L7: what a digit does in the surname’s field', () => {
  test.each([
    ['w', '1', { kind: 'surname', surname: '王' }],
    ['zh', '1', { kind: 'surname', surname: '张' }],
    ['ouyang', '1', { kind: 'surname', surname: '欧阳' }],
    ['王', '2', { kind: 'title', title: 'ms' }],
    ['Smith', '1', { kind: 'title', title: 'mr' }],
    ['', '1', null],
    ['王', '9', null],
  ])('behind %j the digit %s', (text, key, meaning) => {
    expect(surnameDigit(text, key)).toEqual(meaning)
  })

  test('there are never more candidates than digits', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      expect(surnameCandidates(letter).length).toBeLessThanOrEqual(9)
    }
  })
})

describe('what keeps a stranger from being saved', () => {
  test('everything but the line, in the order of the form', () => {
    expect(missingFields(emptyDraft(null))).toEqual([
      'surname',
      'title',
      'key',
      'product',
      'level',
      'consent',
    ])
    expect(missingFields(WHOLE)).toEqual([])
  })

  test('P3: whoever declines needs a ticket, because the number is not kept', () => {
    expect(missingFields({ ...WHOLE, purposes: [] })).toEqual(['key'])
    expect(missingFields({ ...WHOLE, purposes: [], key: '5678 A017' })).toEqual([])
  })

  test('a plain yes agrees to contact and marketing and never to profiling', () => {
    expect(saveInputOf(WHOLE, 3, { as: 'unknown' })).toMatchObject({
      phoneTail: '5678',
      consent: { textVersion: 3, purposes: ['contact', 'marketing'] },
    })
  })
})
