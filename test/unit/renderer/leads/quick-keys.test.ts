import { describe, expect, test } from 'vitest'
import {
  draftFrom,
  type LeadDraft,
  missingFields,
  needsTicket,
  PURPOSE_LETTER,
  saveInputOf,
  toggled,
} from '../../../../src/renderer/features/leads/lead-draft.ts'
import { surnameDigit } from '../../../../src/renderer/features/leads/surname-field.tsx'
import { CONSENT_PURPOSES, FIRST_CONSENT_TEXT } from '../../../../src/shared/domain/consent/consent.ts'
import { purposeWords } from '../../../../src/shared/domain/consent/purpose-words.ts'
import { surnameCandidates } from '../../../../src/shared/domain/text/surname-candidates.ts'

const NOTHING = { typed: '', from: null }
const VISIT = { uid: '0199b0a0-0000-7000-8000-000000000001', arrivedAt: 0, tickets: [] }
const UNKNOWN = { as: 'unknown' } as const

const WHOLE: LeadDraft = {
  ...draftFrom(NOTHING),
  surname: '王',
  title: 'mr',
  key: '5678',
  product: 'wealth',
  level: 'high',
  purposes: ['contact'],
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
    expect(missingFields(draftFrom(NOTHING))).toEqual([
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

  test('L7: whoever is entered from their visit needs neither, and the visit goes along', () => {
    for (const purposes of [[], ['contact']] as const) {
      const draft: LeadDraft = { ...WHOLE, purposes, key: '', from: VISIT }
      expect(missingFields(draft)).toEqual([])
      expect(needsTicket(draft)).toBe(false)
      expect(saveInputOf(draft, 1, UNKNOWN)).toMatchObject({ ticket: null, visitUid: VISIT.uid })
      expect(missingFields({ ...draft, key: '???' })).toEqual(['key'])
    }
    expect(saveInputOf(WHOLE, 1, UNKNOWN)?.visitUid).toBeNull()
  })

  test('P3: a key agrees to its own purpose and to no other, and takes it back', () => {
    expect(new Set(Object.values(PURPOSE_LETTER)).size).toBe(CONSENT_PURPOSES.length)
    for (const purpose of CONSENT_PURPOSES) {
      expect(toggled(null, purpose)).toEqual([purpose])
      expect(toggled([purpose], purpose)).toEqual([])
    }
    expect(toggled(['marketing'], 'contact')).toEqual(['contact', 'marketing'])
    expect(saveInputOf(WHOLE, 3, { as: 'unknown' })).toMatchObject({
      phoneTail: '5678',
      consent: { textVersion: 3, purposes: ['contact'] },
    })
  })

  test('P3: each purpose has its own words out of the text that is shown, or the whole is read', () => {
    for (const text of [FIRST_CONSENT_TEXT.zh, FIRST_CONSENT_TEXT.en]) {
      const words = purposeWords(text)
      expect(new Set(Object.values(words ?? {})).size).toBe(CONSENT_PURPOSES.length)
      for (const each of Object.values(words ?? {})) expect(text).toContain(each)
    }
    expect(purposeWords('我行想记下您的联系方式。')).toBeNull()
  })
})

describe('L7: what was typed when nobody was found', () => {
  test.each([
    ['A017', { surname: '', key: 'A017' }],
    ['王', { surname: '王', key: '' }],
    ['A017 王', { surname: '王', key: 'A017' }],
    ['5678', { surname: '', key: '5678' }],
    ['', { surname: '', key: '' }],
  ])('%j begins the form', (typed, begun) => {
    expect(draftFrom({ typed, from: null })).toMatchObject(begun)
  })
})
