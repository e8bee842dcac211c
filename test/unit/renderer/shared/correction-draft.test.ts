import { describe, expect, test } from 'vitest'
import {
  channelsToCorrect,
  correctionOf,
  firstCorrection,
} from '../../../../src/renderer/shared/work/contact/correction-draft.ts'
import type { ContactToCorrect } from '../../../../src/shared/contract/contact-versions.ts'

const contact: ContactToCorrect = {
  uid: '0190a1b2-0000-7000-8000-000000000001',
  mayCorrect: true,
  earlier: [],
  customer: {
    uid: '0190a1b2-0000-7000-8000-000000000002',
    maskedName: '测**',
    maskedPhone: '100****0001',
    customerNo: 'C0001',
    idTail: null,
    birthYear: null,
    sex: 'unknown',
    tier: 'standard',
    value: 'low',
    matched: null,
  },
  product: 'loan',
  on: '2026-11-20',
  channel: 'phone',
  outcome: 'no-answer',
  note: '改打 138****1234',
  noteIsMasked: true,
  staffName: '周正',
  closedChannels: ['sms'],
}

describe('F6: a correction as it is typed', () => {
  test('begins with what stands there, and sends nothing before something is different', () => {
    expect(correctionOf(contact, firstCorrection(contact))).toBeNull()
    expect(correctionOf(contact, { ...firstCorrection(contact), reason: '点错了' })).toBeNull()
  })

  test('leaves a note that nobody touched to the words behind the mask', () => {
    const draft = { ...firstCorrection(contact), outcome: 'reached' as const, reason: '点错了' }
    expect(correctionOf(contact, draft)).toEqual({
      contactUid: contact.uid,
      channel: 'phone',
      outcome: 'reached',
      note: null,
      reason: '点错了',
    })
    expect(correctionOf(contact, { ...draft, note: ' 周三再打 ' })).toMatchObject({ note: '周三再打' })
    expect(correctionOf(contact, { ...draft, note: '' })).toMatchObject({ note: '' })
  })

  test('goes to no closed channel, and says neither that business was done nor that the customer refused', () => {
    const draft = firstCorrection(contact)
    expect(channelsToCorrect(contact)).toEqual(['face', 'phone', 'email', 'app', 'wechat'])
    expect(correctionOf(contact, { ...draft, channel: 'sms' })).toBeNull()
    expect(correctionOf(contact, { ...draft, outcome: 'refused' })).toBeNull()
    expect(correctionOf(contact, { ...draft, outcome: 'converted' })).toBeNull()
  })

  test('leaves a refusal on its channel', () => {
    expect(channelsToCorrect({ ...contact, outcome: 'refused' })).toEqual(['phone'])
  })
})
