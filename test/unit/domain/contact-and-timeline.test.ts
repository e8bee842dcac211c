import { describe, expect, it } from 'vitest'
import { showsActivity } from '../../../src/main/records/facts/activity.ts'
import {
  TIMELINE_CODES,
  TIMELINE_KINDS,
  TRANSACTION_CODES,
} from '../../../src/shared/domain/customer/timeline.ts'
import { TRANSACTION_KINDS } from '../../../src/shared/domain/imports/import-codes.ts'
import { CHANNELS, closesChannel, closesIntent, OUTCOMES } from '../../../src/shared/domain/work/contact.ts'
import { followups } from '../../../src/shared/locale/zh-CN/followups.ts'

describe('F6: the outcome of a contact', () => {
  it('closes the intent when business was done or refused', () => {
    expect(OUTCOMES.filter(closesIntent)).toEqual(['converted', 'refused'])
  })

  it('closes the channel only when refused', () => {
    expect(OUTCOMES.filter(closesChannel)).toEqual(['refused'])
  })

  it('comes by one of six channels', () => {
    expect(CHANNELS.map((channel) => followups.channel[channel])).toEqual([
      '面对面',
      '电话',
      '短信',
      '邮件',
      'APP',
      '微信',
    ])
  })
})

describe('C3: the timeline', () => {
  it('gives a code to one kind only, so that a code alone says where it belongs', () => {
    const codes = TIMELINE_KINDS.flatMap((kind): readonly string[] => TIMELINE_CODES[kind])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('knows every kind of transaction that an import can bring', () => {
    expect([...TRANSACTION_CODES].sort()).toEqual([...TRANSACTION_KINDS].sort())
  })

  it('does not take interest, fees, automatic debits, salary and pension for activity (S3)', () => {
    expect(TRANSACTION_CODES.filter((code) => !showsActivity(code))).toEqual([
      'interest',
      'fee',
      'auto-debit',
      'salary',
      'pension',
    ])
  })

  it('takes a kind that it does not know for activity: to call someone dormant on a doubt is worse (S3)', () => {
    expect(showsActivity('a kind of next year')).toBe(true)
  })
})
