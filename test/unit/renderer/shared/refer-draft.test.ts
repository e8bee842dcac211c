import { describe, expect, test } from 'vitest'
import {
  candidatesNamed,
  offerOf,
  type ReferDraft,
  receiverOf,
  wishToRefer,
} from '../../../../src/renderer/shared/work/refer/refer-draft.ts'
import type { OpenIntent } from '../../../../src/shared/contract/customers.ts'
import type { ReferralSuggestion } from '../../../../src/shared/contract/referrals.ts'

const ABOUT = { customerUid: '0190a1b2-0000-7000-8000-000000000001' }
const SUGGESTION: ReferralSuggestion = {
  value: 'high',
  level: 'high',
  by: 'least-load',
  candidates: [
    { no: '3001', name: '周正', role: 'rm', load: 1, suggested: 'first' },
    { no: '8001', name: '赵明', role: 'head', load: 0, suggested: 'backup' },
  ],
}
const EMPTY: ReferDraft = { product: 'wealth', level: 'high', chosenNo: null, quick: null, text: '' }
const quickText = (quick: string) => `快:${quick}`
const offered = (part: Partial<ReferDraft>) => offerOf(ABOUT, { ...EMPTY, ...part }, SUGGESTION, quickText)

function intent(part: Partial<OpenIntent>): OpenIntent {
  return {
    uid: 'x',
    product: 'wealth',
    level: 'mid',
    currentLevel: 'mid',
    signals: [],
    lastEvidenceOn: '2026-11-20',
    ownerNo: '3001',
    createdBy: '1001',
    ownerName: '周正',
    warnOn: '2026-11-24',
    nextOn: '2026-11-26',
    ...part,
  }
}

describe('what is sent', () => {
  test('nothing without a reason', () => {
    expect(offered({})).toBeNull()
    expect(offered({ text: '   ' })).toBeNull()
  })

  test('the table’s choice until somebody is chosen', () => {
    expect(receiverOf(EMPTY, SUGGESTION)).toBe('3001')
    expect(offered({ quick: 'talk', chosenNo: '8001' })).toMatchObject({ toNo: '8001', reason: '快:talk' })
  })

  test('what was written stands above the quick reason', () => {
    expect(offered({ quick: 'talk', text: ' 问大额存单 ' })?.reason).toBe('问大额存单')
  })

  test('nothing where nobody could take it over', () => {
    const nobody = { ...SUGGESTION, candidates: [] }
    expect(offerOf(ABOUT, { ...EMPTY, quick: 'talk' }, nobody, quickText)).toBeNull()
  })
})

describe('the wish that the dialog begins with', () => {
  test('is the strongest, of two alike the one heard of last', () => {
    const wishes = [
      intent({ product: 'deposit' }),
      intent({ product: 'wealth', currentLevel: 'high', lastEvidenceOn: '2026-11-01' }),
      intent({ product: 'loan', currentLevel: 'high', lastEvidenceOn: '2026-11-19' }),
    ]
    expect(wishToRefer(wishes)).toEqual({ product: 'loan', level: 'high' })
  })

  test('is a light one once it has faded, and none where nothing is open', () => {
    expect(wishToRefer([intent({ currentLevel: 'faded' })])).toEqual({ product: 'wealth', level: 'low' })
    expect(wishToRefer([])).toBeUndefined()
  })
})

test('who takes a referral is found by a part of the name or the beginning of the number', () => {
  const named = (typed: string) => candidatesNamed(typed, SUGGESTION.candidates).map(({ no }) => no)
  expect(named('')).toEqual(['3001', '8001'])
  expect(named('周')).toEqual(['3001'])
  expect(named(' 80 ')).toEqual(['8001'])
  expect(named('001')).toEqual([])
})
