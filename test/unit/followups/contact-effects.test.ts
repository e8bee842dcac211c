import { describe, expect, it } from 'vitest'
import { CHANNELS, closesIntent, OUTCOMES } from '../../../src/shared/domain/work/contact.ts'
import { barTo, endOf, isMarketing, keepsAlive } from '../../../src/shared/domain/work/contact-effects.ts'

describe('F6, P3: what a contact is and does', () => {
  it('counts everything the bank sends or dials as marketing, and a talk at the counter not', () => {
    expect(CHANNELS.filter((channel) => !isMarketing(channel))).toEqual(['face'])
  })

  it('bars the refused channel alone, and all but the counter during a complaint', () => {
    const refused = [{ kind: 'opted-out', channel: 'sms', on: '2026-11-01' }] as const
    expect(CHANNELS.filter((channel) => barTo(refused, channel) !== null)).toEqual(['sms'])
    const complaint = [{ kind: 'complaint-open', on: '2026-11-01' }] as const
    expect(CHANNELS.filter((channel) => barTo(complaint, channel) === null)).toEqual(['face'])
    const everything = [{ kind: 'opted-out', channel: 'all', on: '2026-11-01' }] as const
    expect(CHANNELS.filter((channel) => barTo(everything, channel) === null)).toEqual(['face'])
  })

  it('does not bar a contact for a missing risk assessment', () => {
    expect(barTo([{ kind: 'assessment-expired', on: null }], 'phone')).toBeNull()
  })

  it('ends an intent exactly where an outcome closes it', () => {
    for (const outcome of OUTCOMES) expect(endOf(outcome) !== null).toBe(closesIntent(outcome))
    expect([endOf('converted'), endOf('refused')]).toEqual(['converted', 'lost'])
  })

  it('takes a talk for new evidence, and silence or a no for none', () => {
    expect(OUTCOMES.filter(keepsAlive)).toEqual(['reached', 'appointment', 'interested'])
  })
})
