import fc from 'fast-check'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { prohibitionsFor } from '../../../src/shared/domain/consent/prohibitions.ts'
import { type CustomerFacts, NOTHING_KNOWN } from '../../../src/shared/domain/customer/customer-facts.ts'
import { PRODUCT_CODES } from '../../../src/shared/domain/customer/products.ts'
import { PROMPT_RESPONSES, type PromptHistory } from '../../../src/shared/domain/prompts/prompt-history.ts'
import { PROMPT_KINDS } from '../../../src/shared/domain/prompts/prompt-kinds.ts'
import type { PromptInput } from '../../../src/shared/domain/prompts/prompts.ts'

export const TODAY = '2026-11-20'

/** An assessed adult about whom nothing is known. */
export const QUIET: PromptInput = {
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

export const ENQUIRED: CustomerFacts = { ...NOTHING_KNOWN, enquiries90d: 3, lastEnquiryOn: '2026-11-11' }
/** A reason of every kind at once. */
export const BUSY: PromptInput = {
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
  unknownBalances: fc.constantFrom(0, 0, 2),
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
export const history: fc.Arbitrary<PromptHistory> = fc.record({
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
export const anyInput: fc.Arbitrary<PromptInput> = fc
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
