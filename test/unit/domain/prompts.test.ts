import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import type { PromptHistory } from '../../../src/shared/domain/prompts/prompt-history.ts'
import { PROMPT_KINDS } from '../../../src/shared/domain/prompts/prompt-kinds.ts'
import { type PromptInput, promptsFrom } from '../../../src/shared/domain/prompts/prompts.ts'
import { BUSY, ENQUIRED, QUIET, TODAY } from '../../support/domain/prompt-inputs.ts'

const kinds = (input: PromptInput) => promptsFrom(input).prompts.map(({ kind }) => kind)
const shownOn = (on: string, rest: Partial<PromptHistory['prompts'][number]> = {}) =>
  ({ kind: 'large-cash', on, marketing: true, visitId: null, response: null, ...rest }) as const
const withHistory = (input: PromptInput, ...prompts: PromptHistory['prompts']): PromptInput => ({
  ...input,
  history: { prompts, contactDays: [] },
})

describe('L3: what is said', () => {
  it('repeated enquiries about wealth products, with their number and the last one’s day', () => {
    expect(promptsFrom({ ...QUIET, facts: ENQUIRED })).toEqual({
      prompts: [
        {
          kind: 'wealth-enquiries',
          reason: { on: '2026-11-11', count: 3 },
          priority: PROMPT_KINDS.indexOf('wealth-enquiries'),
          script: 'wealth-talk',
          product: 'wealth',
          marketing: true,
        },
      ],
      blocks: [],
    })
  })

  it('nothing about somebody about whom nothing is known', () => {
    expect(promptsFrom(QUIET)).toEqual({ prompts: [], blocks: [] })
  })

  it('at most three, and what was promised or handed on before what could be sold', () => {
    expect(kinds(BUSY)).toEqual(['promise-due', 'referral-open', 'leaking'])
  })

  it('a promise from its day on, and that it is late the day after', () => {
    const due = (dueOn: string) => promptsFrom({ ...QUIET, promise: { product: 'loan', dueOn } }).prompts
    expect(due('2026-11-21')).toEqual([])
    expect(due(TODAY)[0]?.reason).toEqual({ on: TODAY, about: 'loan', overdue: false })
    expect(due('2026-11-19')[0]?.reason.overdue).toBe(true)
  })

  it('nothing that rests on a day that has not come', () => {
    expect(kinds({ ...QUIET, facts: { ...ENQUIRED, lastEnquiryOn: '2026-11-21' } })).toEqual([])
  })

  it('the care path in place of a product with risk, from the care age on (R1)', () => {
    const of = (birthOn: string) => promptsFrom({ ...QUIET, birthOn, facts: ENQUIRED }).prompts[0]
    expect(of('1961-11-21')).toMatchObject({ script: 'wealth-talk', product: 'wealth' })
    expect(of('1961-11-20')).toMatchObject({ script: 'care-path', product: null, marketing: true })
  })

  it('a promise about a product with risk takes the care path too, and one about a card does not', () => {
    const of = (product: 'fund' | 'card') =>
      promptsFrom({ ...QUIET, birthOn: '1950-03-01', promise: { product, dueOn: TODAY } }).prompts[0]
    expect(of('fund')).toMatchObject({ script: 'care-path', product: null, reason: { about: 'fund' } })
    expect(of('card')).toMatchObject({ script: 'keep-promise', product: 'card' })
  })
})

describe('L4: what is not said', () => {
  it('an expired assessment stops the talk about wealth products and nothing else, and says so', () => {
    const expired = { kind: 'assessment-expired', on: '2026-10-01' } as const
    const facts = { ...ENQUIRED, largest90dFen: 8_000_000, largest90dOn: '2026-11-02' }
    const { prompts, blocks: said } = promptsFrom({ ...QUIET, facts, prohibitions: [expired] })
    expect(prompts.map(({ kind }) => kind)).toEqual(['large-cash'])
    expect(said).toEqual([expired])
  })

  it('a channel that was refused stays shown and leaves the others open', () => {
    const prohibitions = [{ kind: 'opted-out', channel: 'phone', on: '2026-05-01' }] as const
    expect(kinds({ ...QUIET, facts: ENQUIRED, prohibitions })).toEqual(['wealth-enquiries'])
    expect(kinds({ ...QUIET, facts: ENQUIRED, prohibitions, channel: 'phone' })).toEqual([])
  })

  it('a complaint leaves the promise, the referral and the birthday wish, which sell nothing', () => {
    const prohibitions = [{ kind: 'complaint-open', on: '2026-11-10' }] as const
    expect(kinds({ ...BUSY, prohibitions })).toEqual(['promise-due', 'referral-open', 'birthday'])
  })

  it('the fourth time within thirty days, over all staff, prompts and contacts together', () => {
    const times = (...days: string[]) => ({
      ...QUIET,
      facts: ENQUIRED,
      history: { prompts: days.slice(1).map((on) => shownOn(on)), contactDays: days.slice(0, 1) },
    })
    expect(kinds(times('2026-11-18', '2026-11-19'))).toEqual(['wealth-enquiries'])
    const tired = promptsFrom(times('2026-11-10', '2026-11-18', '2026-11-19'))
    expect(tired.prompts).toEqual([])
    expect(tired.blocks).toEqual([{ kind: 'fatigue', on: '2026-11-19', times: 3, days: 30 }])
  })

  it('several prompts of one day count once, and what is thirty days old no longer', () => {
    const facts = ENQUIRED
    const oneDay = withHistory(
      { ...QUIET, facts },
      shownOn('2026-11-19'),
      shownOn('2026-11-19', { kind: 'leaking' }),
      shownOn('2026-11-19', { kind: 'dormant' }),
    )
    expect(kinds(oneDay)).toEqual(['wealth-enquiries'])
    const old = addDays(TODAY, -30)
    const days = withHistory({ ...QUIET, facts }, shownOn(old), shownOn('2026-11-01'), shownOn('2026-11-02'))
    expect(kinds(days)).toEqual(['wealth-enquiries'])
  })

  it('暂不 silences its prompt for the visit, and the next visit of the day hears it again', () => {
    const visit = { id: 7, on: TODAY, doNotDisturb: false }
    const said = shownOn(TODAY, { kind: 'wealth-enquiries', visitId: 7, response: 'not-now' })
    const input = withHistory({ ...QUIET, facts: ENQUIRED, visit }, said)
    expect(promptsFrom(input)).toEqual({
      prompts: [],
      blocks: [{ kind: 'not-now', prompt: 'wealth-enquiries', on: TODAY }],
    })
    expect(kinds({ ...input, visit: { ...visit, id: 8 } })).toEqual(['wealth-enquiries'])
  })

  it('暂不 outside a visit holds for the day', () => {
    const said = shownOn('2026-11-19', { kind: 'wealth-enquiries', response: 'not-now' })
    expect(kinds(withHistory({ ...QUIET, facts: ENQUIRED, asOf: '2026-11-19' }, said))).toEqual([])
    expect(kinds(withHistory({ ...QUIET, facts: ENQUIRED }, said))).toEqual(['wealth-enquiries'])
  })

  it('a refusal is of its prompt alone, for as long as the guard looks back', () => {
    const refused = shownOn('2026-11-01', { kind: 'large-cash', response: 'refused' })
    const facts = { ...ENQUIRED, largest90dFen: 8_000_000, largest90dOn: '2026-10-30' }
    expect(kinds(withHistory({ ...QUIET, facts }, refused))).toEqual(['wealth-enquiries'])
    expect(kinds(withHistory({ ...QUIET, facts, asOf: '2026-12-01' }, refused))).toContain('large-cash')
  })

  it('no place that an answer emptied is filled by something else that sells', () => {
    const selling = { ...BUSY, birthOn: '1980-06-01', promise: null, referral: null }
    expect(kinds(selling)).toEqual(['leaking', 'maturity-near', 'large-cash'])
    const later = withHistory(selling, shownOn(TODAY, { kind: 'maturity-near', response: 'not-now' }))
    expect(kinds(later)).toEqual(['leaking', 'large-cash'])
  })

  it('不打扰 stops everything that sells for the visit', () => {
    const visit = { id: 7, on: TODAY, doNotDisturb: true }
    expect(promptsFrom({ ...BUSY, visit }).prompts.every(({ marketing }) => !marketing)).toBe(true)
    expect(promptsFrom({ ...BUSY, visit }).blocks).toContainEqual({ kind: 'do-not-disturb', on: TODAY })
  })
})
