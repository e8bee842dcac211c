import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { type CustomerFacts, NOTHING_KNOWN } from '../../../src/shared/domain/customer/customer-facts.ts'
import { FINDINGS, type FindingInput, findingsFor } from '../../../src/shared/domain/customer/findings.ts'
import { DEFAULT_TIER_LINES } from '../../../src/shared/domain/customer/tiers.ts'

const yuan = (amount: number) => amount * 100

/** A customer nothing need be said about. */
const QUIET: CustomerFacts = {
  ...NOTHING_KNOWN,
  aumFen: yuan(10_000),
  aumAverageFen: yuan(10_000),
  depositFen: yuan(10_000),
  lastActiveOn: '2026-11-10',
  balancePeak12mFen: yuan(10_000),
  unknownBalances: 0,
}

function found(facts: Partial<CustomerFacts>, rest: Partial<FindingInput> = {}) {
  return findingsFor({
    facts: { ...QUIET, ...facts },
    birthOn: null,
    tierLines: DEFAULT_TIER_LINES,
    asOf: '2026-11-22',
    settings: DEFAULT_SETTINGS,
    ...rest,
  })
}

it('a quiet customer gives nothing to say', () => {
  expect(found({})).toEqual([])
})

describe('S3: dormant with money', () => {
  const asleep = { lastActiveOn: '2026-05-22', aumFen: yuan(20_000), balancePeak12mFen: yuan(20_000) }

  it('is six months without an active transaction and 20,000 yuan, dated by that transaction', () => {
    expect(found(asleep)).toEqual([{ kind: 'dormant', on: '2026-05-22', amountFen: yuan(20_000), days: 184 }])
  })

  it('is not a day sooner, nor a fen less', () => {
    expect(found({ ...asleep, lastActiveOn: '2026-05-23' })).toEqual([])
    expect(found({ ...asleep, aumFen: yuan(20_000) - 1 })).toEqual([])
  })

  it('is not said of a customer whose transactions nobody knows', () => {
    expect(found({ ...asleep, lastActiveOn: null })).toEqual([])
  })

  it('follows a branch that looks back three months', () => {
    const settings = { ...DEFAULT_SETTINGS, dormantMonths: 3 }
    expect(found({ ...asleep, lastActiveOn: '2026-08-22' }, { settings })).toMatchObject([
      { kind: 'dormant' },
    ])
  })
})

describe('money leaking out (L3, S2)', () => {
  const leaking = {
    aumFen: yuan(50_000),
    balancePeak12mFen: yuan(100_000),
    inflow90dFen: yuan(10_000),
    outflow90dFen: yuan(60_000),
  }

  it('is half of the peak gone while more leaves than comes', () => {
    expect(found(leaking)).toEqual([{ kind: 'leaking', on: '2026-11-22', amountFen: yuan(50_000) }])
  })

  it('is not said where the money may lie in an account whose balance is not known', () => {
    expect(found({ ...leaking, unknownBalances: 1 })).toEqual([])
  })

  it('is not less than half, nor a fall that has ended', () => {
    expect(found({ ...leaking, aumFen: yuan(50_000) + 1 })).toEqual([])
    expect(found({ ...leaking, inflow90dFen: yuan(60_000) })).toEqual([])
  })

  it('is not a sum that anyone who lives from pay to pay may spend', () => {
    const small = { aumFen: yuan(1_000), balancePeak12mFen: yuan(21_000) }
    expect(found({ ...leaking, ...small })).toMatchObject([{ kind: 'leaking', amountFen: yuan(20_000) }])
    expect(found({ ...leaking, ...small, aumFen: yuan(1_000) + 1 })).toEqual([])
  })

  it('is never said of a customer who never had anything', () => {
    expect(found({ aumFen: 0, balancePeak12mFen: 0, outflow90dFen: 1 })).toEqual([])
  })
})

describe('a maturity near', () => {
  it('is said from thirty days before until the day itself, with date and amount', () => {
    const deposit = { nextMaturityFen: yuan(80_000) }
    expect(found({ ...deposit, nextMaturityOn: '2026-11-28' })).toEqual([
      { kind: 'maturity-near', on: '2026-11-28', amountFen: yuan(80_000), days: 6 },
    ])
    expect(found({ ...deposit, nextMaturityOn: '2026-11-22' })).toMatchObject([{ days: 0 }])
    expect(found({ ...deposit, nextMaturityOn: '2026-12-22' })).toMatchObject([{ days: 30 }])
    expect(found({ ...deposit, nextMaturityOn: '2026-12-23' })).toEqual([])
    expect(found({ ...deposit, nextMaturityOn: '2026-11-21' })).toEqual([])
  })
})

describe('a birthday (K2)', () => {
  it('is said from seven days before until the day itself', () => {
    expect(found({}, { birthOn: '1980-11-22' })).toEqual([{ kind: 'birthday', on: '2026-11-22', days: 0 }])
    expect(found({}, { birthOn: '1980-11-29' })).toEqual([{ kind: 'birthday', on: '2026-11-29', days: 7 }])
    expect(found({}, { birthOn: '1980-11-30' })).toEqual([])
    expect(found({}, { birthOn: '1980-11-21' })).toEqual([])
  })
})

describe('L3: enquiries and cash', () => {
  it('repeated wealth enquiries are two in ninety days, dated by the last', () => {
    expect(found({ enquiries90d: 3, lastEnquiryOn: '2026-11-11' })).toEqual([
      { kind: 'wealth-enquiries', on: '2026-11-11', count: 3 },
    ])
    expect(found({ enquiries90d: 1, lastEnquiryOn: '2026-11-11' })).toEqual([])
  })

  it('large cash is 50,000 yuan at once', () => {
    const cash = { largest90dOn: '2026-10-08' }
    expect(found({ ...cash, largest90dFen: yuan(50_000) })).toEqual([
      { kind: 'large-cash', on: '2026-10-08', amountFen: yuan(50_000) },
    ])
    expect(found({ ...cash, largest90dFen: yuan(50_000) - 1 })).toEqual([])
  })
})

it('S4: near the next tier says how much is missing', () => {
  expect(found({ aumAverageFen: yuan(46_000) })).toEqual([
    { kind: 'near-next-tier', on: '2026-11-22', amountFen: yuan(4_000) },
  ])
  expect(found({ aumAverageFen: yuan(46_000), unknownBalances: 1 })).toEqual([])
})

it('several findings come in one fixed order, each at most once', () => {
  const amount = fc.integer({ min: 0, max: yuan(200_000) })
  const facts = fc.record({
    aumFen: amount,
    aumAverageFen: amount,
    largest90dFen: amount,
    largest90dOn: fc.constantFrom(null, '2026-11-20'),
    outflow90dFen: amount,
    inflow90dFen: amount,
    balancePeak12mFen: amount,
    enquiries90d: fc.nat(5),
    lastEnquiryOn: fc.constantFrom(null, '2026-11-01'),
    lastActiveOn: fc.constantFrom(null, '2026-01-01', '2026-11-20'),
    nextMaturityOn: fc.constantFrom(null, '2026-12-01'),
  })
  fc.assert(
    fc.property(facts, (facts) => {
      const places = found(facts, { birthOn: '1990-11-25' }).map((finding) => FINDINGS.indexOf(finding.kind))
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    }),
  )
})
