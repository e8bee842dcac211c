import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/civil-date.ts'
import { type CustomerFacts, NOTHING_KNOWN } from '../../../src/shared/domain/customer-facts.ts'
import { PRODUCT_CODES } from '../../../src/shared/domain/products.ts'
import { blocks, prohibitionsFor } from '../../../src/shared/domain/prohibitions.ts'
import { PROMPT_RESPONSES, type PromptHistory } from '../../../src/shared/domain/prompt-history.ts'
import { PROMPT_KINDS } from '../../../src/shared/domain/prompt-kinds.ts'
import { MOST_PROMPTS, type PromptInput, promptsFrom } from '../../../src/shared/domain/prompts.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings.ts'

const TODAY = '2026-11-20'

/** An assessed adult about whom nothing is known. */
const QUIET: PromptInput = {
  facts: NOTHING_KNOWN,
  birthOn: '1980-06-01',
  promise: null,
  referral: null,
  prohibitions: [],
  analysisWithdrawnOn: null,
  history: { prompts: [], contactDays: [] },
  visit: null,
  channel: 'face',
  asOf: TODAY,
  settings: DEFAULT_SETTINGS,
}

const ENQUIRED: CustomerFacts = { ...NOTHING_KNOWN, enquiries90d: 3, lastEnquiryOn: '2026-11-11' }
/** A reason of every kind at once. */
const BUSY: PromptInput = {
  ...QUIET,
  birthOn: '1980-11-22',
  facts: {
    ...ENQUIRED,
    aumFen: 4_800_000,
    aumAverageFen: 4_800_000,
    balancePeak12mFen: 20_000_000,
    outflow90dFen: 10_000_000,
    nextMaturityOn: '2026-11-28',
    nextMaturityFen: 1_000_000,
    largest90dFen: 8_000_000,
    largest90dOn: '2026-11-02',
    lastActiveOn: '2026-01-05',
  },
  promise: { product: 'loan', dueOn: '2026-11-19' },
  referral: { product: 'card', offeredOn: '2026-11-18', overdue: true },
}

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
          play: 'wealth-talk',
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

  it('the care path in place of a product with risk, from the care age on', () => {
    const of = (birthOn: string) => promptsFrom({ ...QUIET, birthOn, facts: ENQUIRED }).prompts[0]
    expect(of('1961-11-21')).toMatchObject({ play: 'wealth-talk', product: 'wealth' })
    expect(of('1961-11-20')).toMatchObject({ play: 'care-path', product: null, marketing: true })
  })

  it('a promise about a product with risk takes the care path too, and one about a card does not', () => {
    const of = (product: 'fund' | 'card') =>
      promptsFrom({ ...QUIET, birthOn: '1950-03-01', promise: { product, dueOn: TODAY } }).prompts[0]
    expect(of('fund')).toMatchObject({ play: 'care-path', product: null, reason: { about: 'fund' } })
    expect(of('card')).toMatchObject({ play: 'keep-promise', product: 'card' })
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

const day = fc.integer({ min: -400, max: 40 }).map((days) => addDays(TODAY, days))
const fen = fc.integer({ min: 0, max: 100_000_000 })
const maybeDay = fc.option(day)
const someFacts: fc.Arbitrary<CustomerFacts> = fc.record({
  aumFen: fen,
  aumAverageFen: fc.oneof(fen, fc.integer({ min: 4_500_000, max: 5_000_000 })),
  depositFen: fen,
  investmentFen: fen,
  loanFen: fen,
  lastActiveOn: maybeDay,
  lastVisitOn: maybeDay,
  largest90dFen: fen,
  largest90dOn: maybeDay,
  enquiries90d: fc.integer({ min: 0, max: 9 }),
  lastEnquiryOn: maybeDay,
  nextMaturityOn: maybeDay,
  nextMaturityFen: fen,
  inflow90dFen: fen,
  outflow90dFen: fen,
  retentionPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  salaryMonths: fc.integer({ min: 0, max: 12 }),
  balancePeak12mFen: fen,
})
const product = fc.constantFrom(...PRODUCT_CODES)
const birthOn = fc.option(fc.integer({ min: 0, max: 100 * 365 }).map((days) => addDays(TODAY, -days)))
const visitId = fc.option(fc.integer({ min: 1, max: 3 }))
const pastPrompt = fc.record({
  kind: fc.constantFrom(...PROMPT_KINDS),
  on: fc.integer({ min: 0, max: 40 }).map((days) => addDays(TODAY, -days)),
  marketing: fc.boolean(),
  visitId,
  response: fc.option(fc.constantFrom(...PROMPT_RESPONSES)),
})
const history: fc.Arbitrary<PromptHistory> = fc.record({
  prompts: fc.array(pastPrompt, { maxLength: 6 }),
  contactDays: fc.array(day, { maxLength: 4 }),
})
const reasons = fc.record({
  facts: someFacts,
  birthOn,
  promise: fc.option(fc.record({ product, dueOn: day })),
  referral: fc.option(
    fc.record({
      product,
      offeredOn: fc.integer({ min: 0, max: 60 }).map((days) => addDays(TODAY, -days)),
      overdue: fc.boolean(),
    }),
  ),
})
const standing = fc.record({
  refusals: fc.array(
    fc.record({
      channel: fc.constantFrom('face' as const, 'phone' as const, 'all' as const),
      on: day,
    }),
    { maxLength: 2 },
  ),
  openComplaintOn: maybeDay,
  riskExpiresOn: maybeDay,
})
const anyInput: fc.Arbitrary<PromptInput> = fc
  .tuple(
    reasons,
    standing,
    history,
    fc.option(
      fc.record({ id: fc.integer({ min: 1, max: 3 }), on: fc.constant(TODAY), doNotDisturb: fc.boolean() }),
    ),
    fc.option(fc.constant('2026-11-01')),
  )
  .map(([why, stands, past, visit, withdrawn]) => ({
    ...QUIET,
    ...why,
    prohibitions: prohibitionsFor({ ...stands, birthOn: why.birthOn, asOf: TODAY }),
    history: past,
    visit,
    analysisWithdrawnOn: withdrawn,
  }))

describe('whatever the facts', () => {
  it('somebody who may not be marketed to never gets a prompt that sells', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { prompts } = promptsFrom(input)
        const barred = input.prohibitions.some((each) => blocks(each, 'face'))
        if (!barred && input.visit?.doNotDisturb !== true) return
        expect(prompts.filter(({ marketing }) => marketing)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('somebody who withdrew from being analysed is told of nothing that rests on it, and the line says since when', () => {
    const NEEDS_NONE: readonly string[] = ['promise-due', 'referral-open', 'birthday']
    fc.assert(
      fc.property(anyInput, (input) => {
        const { prompts, blocks: said } = promptsFrom(input)
        const since = input.analysisWithdrawnOn
        const lines = said.filter(({ kind }) => kind === 'analysis-withdrawn')
        expect(lines).toEqual(since === null ? [] : [{ kind: 'analysis-withdrawn', on: since }])
        if (since === null) return
        expect(prompts.map(({ kind }) => kind).filter((kind) => !NEEDS_NONE.includes(kind))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('no product that needs an assessment is offered without one, unless it was promised', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const unassessed = input.prohibitions.filter(({ kind }) => kind === 'assessment-expired')
        for (const { marketing, product: offered } of promptsFrom(input).prompts) {
          if (marketing && offered !== null)
            expect(unassessed.some((each) => blocks(each, 'face', offered))).toBe(false)
        }
      }),
    )
  })

  it('the same input gives the same prompts, and never more than three', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const once = promptsFrom(input)
        expect(promptsFrom(structuredClone(input))).toEqual(once)
        expect(once.prompts.length).toBeLessThanOrEqual(MOST_PROMPTS)
        expect(new Set(once.prompts.map(({ kind }) => kind)).size).toBe(once.prompts.length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('more history never sells anything that less history did not', () => {
    fc.assert(
      fc.property(anyInput, history, (input, more) => {
        const longer = {
          prompts: [...input.history.prompts, ...more.prompts],
          contactDays: [...input.history.contactDays, ...more.contactDays],
        }
        const selling = (one: PromptInput) =>
          promptsFrom(one)
            .prompts.filter(({ marketing }) => marketing)
            .map(({ kind }) => kind)
        const before = selling(input)
        for (const kind of selling({ ...input, history: longer })) expect(before).toContain(kind)
      }),
      { numRuns: 2_000 },
    )
  })

  it('every prompt rests on a day that has come, but for a maturity and a birthday', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { kind, reason } of promptsFrom(input).prompts) {
          expect(reason.on).toMatch(/^\d{4}-\d\d-\d\d$/)
          if (kind === 'maturity-near' || kind === 'birthday') expect(reason.on >= TODAY).toBe(true)
          else expect(reason.on <= TODAY).toBe(true)
        }
      }),
    )
  })

  it('nobody of the care age is offered a product with risk', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        if (input.birthOn === null || input.birthOn > '1961-11-20') return
        for (const { product: offered } of promptsFrom(input).prompts) {
          expect(['wealth', 'fund', 'insurance']).not.toContain(offered)
        }
      }),
    )
  })
})
