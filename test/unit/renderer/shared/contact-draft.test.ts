import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ContactDraft,
  firstDraft,
  isReady,
  needsNextDate,
  newestFirst,
  recordingOf,
} from '../../../../src/renderer/shared/work/contact/contact-draft.ts'
import type { OpenIntent } from '../../../../src/shared/contract/customers.ts'
import type { InputOf } from '../../../../src/shared/contract/index.ts'
import { CHANNELS, type Channel, OUTCOMES } from '../../../../src/shared/domain/work/contact.ts'

const CUSTOMER = '0198f000-0000-7000-8000-00000000000c'
const INTENT = '0198f000-0000-7000-8000-000000000001'
const LATER = '0198f000-0000-7000-8000-000000000002'

function draft(part: Partial<ContactDraft>): ContactDraft {
  return { intentUid: INTENT, way: 'phone', outcome: 'reached', nextOn: null, note: '', ...part }
}

function intent(uid: string, lastEvidenceOn: string): OpenIntent {
  return {
    uid,
    product: 'loan',
    level: 'mid',
    currentLevel: 'mid',
    signals: [],
    lastEvidenceOn,
    ownerNo: '3001',
    ownerName: '周正',
    createdBy: '1001',
    warnOn: lastEvidenceOn,
    nextOn: lastEvidenceOn,
  }
}

/** The contact that is sent; undefined where none is. */
function contactOf(
  part: Partial<ContactDraft>,
  closed: readonly Channel[] = [],
): InputOf<'followups.record'> | undefined {
  const sent = recordingOf(CUSTOMER, draft(part), closed)
  return sent?.kind === 'contact' ? sent.input : undefined
}

describe('a contact being typed', () => {
  it('cannot be saved before there is an outcome', () => {
    expect(isReady(draft({ outcome: null }), [])).toBe(false)
    expect(recordingOf(CUSTOMER, draft({ outcome: null }), [])).toBeNull()
  })

  it('asks for a next date unless business was done or refused (F1)', () => {
    expect(OUTCOMES.filter((outcome) => !needsNextDate(draft({ outcome })))).toEqual(['converted', 'refused'])
    expect(needsNextDate(draft({ outcome: null }))).toBe(false)
  })

  it('leaves the date to the cadence where nobody agreed on one', () => {
    expect(contactOf({})?.nextOn).toBeNull()
    expect(contactOf({ nextOn: '2026-11-27' })?.nextOn).toBe('2026-11-27')
  })

  it('sends no date with an outcome that ends the intent, even where one was typed before', () => {
    expect(contactOf({ outcome: 'converted', nextOn: '2026-11-27' })?.nextOn).toBeNull()
  })

  it('takes nothing but a refusal on a closed channel (P3), with an intent or without', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...OUTCOMES),
        fc.subarray([...CHANNELS]),
        fc.constantFrom(INTENT, null),
        (way, outcome, closed, intentUid) => {
          const isBusiness = outcome === 'converted' && intentUid === null
          const allowed = (!closed.includes(way) || outcome === 'refused') && !isBusiness
          expect(contactOf({ intentUid, way, outcome }, closed) !== undefined).toBe(allowed)
        },
      ),
    )
  })
})

describe('whom a contact is about', () => {
  it('is the newest of several intents until somebody chooses: the later evidence, of one day the later flag', () => {
    const intents = [intent(INTENT, '2026-11-20'), intent(LATER, '2026-11-20'), intent('0', '2026-11-21')]
    expect(newestFirst(intents).map(({ uid }) => uid)).toEqual(['0', LATER, INTENT])
    expect(firstDraft({ customerUid: CUSTOMER, intents }, []).intentUid).toBe('0')
  })

  it('is the customer alone where nothing is open, and then no date goes along', () => {
    const { intentUid } = firstDraft({ customerUid: CUSTOMER, intents: [] }, [])
    expect(contactOf({ intentUid, nextOn: '2026-11-27' })).toEqual({
      customerUid: CUSTOMER,
      channel: 'phone',
      outcome: 'reached',
      nextOn: null,
      note: '',
    })
  })

  it('a note needs words and no outcome, and belongs to the customer', () => {
    expect(recordingOf(CUSTOMER, draft({ way: 'note', note: '  ' }), [])).toBeNull()
    expect(recordingOf(CUSTOMER, draft({ way: 'note', outcome: null, note: '下周来' }), CHANNELS)).toEqual({
      kind: 'note',
      input: { customerUid: CUSTOMER, note: '下周来' },
    })
  })
})
