import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ContactDraft,
  isReady,
  needsNextDate,
  recordOf,
} from '../../../../src/renderer/shared/work/contact/contact-draft.ts'
import { CHANNELS, OUTCOMES } from '../../../../src/shared/domain/work/contact.ts'

const INTENT = '0198f000-0000-7000-8000-000000000001'

function draft(part: Partial<ContactDraft>): ContactDraft {
  return { channel: 'phone', outcome: 'reached', nextOn: null, note: '', ...part }
}

describe('a contact being typed', () => {
  it('cannot be saved before there is an outcome', () => {
    expect(isReady(draft({ outcome: null }), [])).toBe(false)
    expect(recordOf(INTENT, draft({ outcome: null }), [])).toBeNull()
  })

  it('asks for a next date unless business was done or refused (F1)', () => {
    expect(OUTCOMES.filter((outcome) => !needsNextDate(outcome))).toEqual(['converted', 'refused'])
    expect(needsNextDate(null)).toBe(false)
  })

  it('leaves the date to the cadence where nobody agreed on one', () => {
    expect(recordOf(INTENT, draft({}), [])?.nextOn).toBeNull()
    expect(recordOf(INTENT, draft({ nextOn: '2026-11-27' }), [])?.nextOn).toBe('2026-11-27')
  })

  it('sends no date with an outcome that ends the intent, even where one was typed before', () => {
    expect(recordOf(INTENT, draft({ outcome: 'converted', nextOn: '2026-11-27' }), [])?.nextOn).toBeNull()
  })

  it('takes nothing but a refusal on a closed channel (P3)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...OUTCOMES),
        fc.subarray([...CHANNELS]),
        (channel, outcome, closed) => {
          const allowed = !closed.includes(channel) || outcome === 'refused'
          expect(recordOf(INTENT, draft({ channel, outcome }), closed) !== null).toBe(allowed)
        },
      ),
    )
  })
})
