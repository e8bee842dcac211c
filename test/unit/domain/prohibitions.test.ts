import { describe, expect, it } from 'vitest'
import {
  blocks,
  type ProhibitionInput,
  prohibitionsFor,
} from '../../../src/shared/domain/consent/prohibitions.ts'
import { CHANNELS } from '../../../src/shared/domain/work/contact.ts'

const FREE: ProhibitionInput = {
  birthOn: '1980-01-01',
  refusals: [],
  openComplaintOn: null,
  riskExpiresOn: '2027-06-30',
  asOf: '2026-11-22',
}

describe('L4: prohibitions', () => {
  it('are none for an assessed adult who refused nothing', () => {
    expect(prohibitionsFor(FREE)).toEqual([])
  })

  it('hold under fourteen, until the fourteenth birthday', () => {
    expect(prohibitionsFor({ ...FREE, birthOn: '2012-11-23' })).toEqual([{ kind: 'minor', on: '2026-11-23' }])
    expect(prohibitionsFor({ ...FREE, birthOn: '2012-11-22' })).toEqual([])
  })

  it('hold when the assessment ran out or never was, not on its last day', () => {
    expect(prohibitionsFor({ ...FREE, riskExpiresOn: '2026-11-22' })).toEqual([])
    expect(prohibitionsFor({ ...FREE, riskExpiresOn: '2026-11-21' })).toEqual([
      { kind: 'assessment-expired', on: '2026-11-21' },
    ])
    expect(prohibitionsFor({ ...FREE, riskExpiresOn: null })).toEqual([
      { kind: 'assessment-expired', on: null },
    ])
  })

  it('name every refused channel and an open complaint with their dates', () => {
    expect(
      prohibitionsFor({
        ...FREE,
        refusals: [
          { channel: 'phone', on: '2026-03-01' },
          { channel: 'sms', on: '2026-04-01' },
        ],
        openComplaintOn: '2026-11-01',
      }),
    ).toEqual([
      { kind: 'opted-out', channel: 'phone', on: '2026-03-01' },
      { kind: 'opted-out', channel: 'sms', on: '2026-04-01' },
      { kind: 'complaint-open', on: '2026-11-01' },
    ])
  })

  it('of one channel leave the others open', () => {
    const refused = { kind: 'opted-out', channel: 'phone', on: '2026-03-01' } as const
    expect(CHANNELS.filter((channel) => blocks(refused, channel))).toEqual(['phone'])
  })

  it('of marketing as such, by a complaint or by age close every channel', () => {
    const on = '2026-03-01'
    for (const channel of CHANNELS) {
      expect(blocks({ kind: 'opted-out', channel: 'all', on }, channel)).toBe(true)
      expect(blocks({ kind: 'complaint-open', on }, channel)).toBe(true)
      expect(blocks({ kind: 'minor', on }, channel)).toBe(true)
    }
  })

  it('by an expired assessment stop wealth products and funds only', () => {
    const expired = { kind: 'assessment-expired', on: null } as const
    expect(blocks(expired, 'face', 'wealth')).toBe(true)
    expect(blocks(expired, 'face', 'fund')).toBe(true)
    expect(blocks(expired, 'face', 'deposit')).toBe(false)
    expect(blocks(expired, 'face')).toBe(false)
  })
})
