import { describe, expect, it } from 'vitest'
import type { DemoDossier } from '../../../src/shared/demo/rows.ts'
import { SEEDED, SEEDED_COUNT, type Story } from '../../../src/shared/demo/stories.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import {
  addDays,
  ageOn,
  type CivilDate,
  daysBetween,
  daysToBirthday,
} from '../../../src/shared/domain/calendar/civil-date.ts'
import { prohibitionsFor } from '../../../src/shared/domain/consent/prohibitions.ts'
import { findingsFor } from '../../../src/shared/domain/customer/findings.ts'
import { DEFAULT_TIER_LINES } from '../../../src/shared/domain/customer/tiers.ts'
import { assetsFen, branchOf } from '../../support/demo/demo-branches.ts'
import { rawFacts } from '../../support/demo/raw-facts.ts'

/** Among them a leap day, a year's first and last day, and days in the holiday weeks. */
const DAYS: readonly CivilDate[] = [
  '2024-02-29',
  '2025-01-01',
  '2025-12-31',
  '2026-02-18',
  '2026-10-03',
  '2026-11-22',
]

/** Stories that are findings of the product; the others show as prohibitions or in the row itself. */
const FINDINGS: readonly Story[] = [
  'leaking',
  'dormant',
  'near-next-tier',
  'maturity-near',
  'birthday',
  'large-cash',
  'wealth-enquiries',
]
const PROHIBITIONS: readonly Story[] = ['opted-out', 'minor', 'complaint-open', 'assessment-expired']

function customerRecordsOf(story: Story, asOf: CivilDate): DemoDossier[] {
  const branch = branchOf(SEEDED_COUNT, 11, asOf)
  const keys = SEEDED.filter((seeded) => seeded.story === story).map((seeded) => seeded.customerKey)
  return [...branch.customerRecords()].filter(({ customer }) => keys.includes(customer.key))
}

function onlyDossierOf(story: Story, asOf: CivilDate): DemoDossier {
  const [customerRecord, ...others] = customerRecordsOf(story, asOf)
  if (!customerRecord || others.length > 0) throw new Error(`${story} is not planted once`)
  return customerRecord
}

describe('planted stories', () => {
  it('name the first customers of the branch, each with a sentence in both languages', () => {
    const branch = branchOf(SEEDED_COUNT)
    expect(SEEDED.map(({ customerKey }) => customerKey)).toEqual(
      [...branch.customerRecords()].map(({ customer }) => customer.key),
    )
    for (const { zh, en } of SEEDED) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[A-Z][ -~]+$/)
    }
  })

  describe.each(DAYS)('on %s', (asOf) => {
    it('are the findings of the product, each customer showing their own and no other', () => {
      for (const [place, customerRecord] of [
        ...branchOf(SEEDED_COUNT, 11, asOf).customerRecords(),
      ].entries()) {
        const story = SEEDED[place]?.story
        const found = findingsFor({
          facts: rawFacts(customerRecord, asOf),
          birthOn: customerRecord.customer.birthOn,
          tierLines: DEFAULT_TIER_LINES,
          asOf,
          settings: DEFAULT_SETTINGS,
        })
        expect(found.map(({ kind }) => kind)).toEqual(story && FINDINGS.includes(story) ? [story] : [])
      }
    })

    it('are the prohibitions of the product, and nobody else has one', () => {
      for (const [place, customerRecord] of [
        ...branchOf(SEEDED_COUNT, 11, asOf).customerRecords(),
      ].entries()) {
        const story = SEEDED[place]?.story
        const { birthOn, riskExpiresOn } = customerRecord.customer
        const openComplaintOn =
          customerRecord.complaints.find(({ resolvedOn }) => resolvedOn === null)?.openedOn ?? null
        const kinds = prohibitionsFor({
          birthOn,
          refusals: customerRecord.refusals,
          openComplaintOn,
          riskExpiresOn,
          asOf,
        }).map(({ kind }) => kind)
        if (story === 'minor') expect(kinds).toContain('minor')
        else expect([...new Set(kinds)]).toEqual(story && PROHIBITIONS.includes(story) ? [story] : [])
      }
    })

    it('keep the figures that their sentences give', () => {
      const leaking = rawFacts(onlyDossierOf('leaking', asOf), asOf)
      expect(leaking.aumFen).toBe(12_000_000)
      expect(Math.abs(leaking.balancePeak12mFen - 42_000_000)).toBeLessThan(20_000)

      const dormant = rawFacts(onlyDossierOf('dormant', asOf), asOf)
      expect(dormant.aumFen).toBe(3_860_000)
      expect(dormant.lastActiveOn).toBe(addDays(asOf, -240))

      const [high, preferred] = customerRecordsOf('near-next-tier', asOf).map(assetsFen)
      expect([high, preferred]).toEqual([28_650_000, 4_720_000])

      const maturing = rawFacts(onlyDossierOf('maturity-near', asOf), asOf)
      expect([maturing.nextMaturityOn, maturing.nextMaturityFen]).toEqual([addDays(asOf, 9), 15_000_000])

      const cash = onlyDossierOf('large-cash', asOf).transactions.filter(
        ({ amountFen }) => amountFen >= 5_000_000,
      )
      expect(cash).toMatchObject([
        { on: addDays(asOf, -12), kind: 'cash', direction: 'in', amountFen: 20_000_000 },
      ])

      const enquiries = rawFacts(onlyDossierOf('wealth-enquiries', asOf), asOf)
      expect([enquiries.enquiries90d, enquiries.lastEnquiryOn]).toEqual([3, addDays(asOf, -11)])

      const { riskExpiresOn } = onlyDossierOf('assessment-expired', asOf).customer
      expect(Math.abs(daysBetween(riskExpiresOn ?? asOf, asOf) - 40)).toBeLessThanOrEqual(1)
    })

    it('keep ages and birthdays', () => {
      const { birthOn } = onlyDossierOf('birthday', asOf).customer
      expect([ageOn(birthOn, asOf), daysToBirthday(birthOn, asOf)]).toEqual([56, 0])
      expect(ageOn(onlyDossierOf('minor', asOf).customer.birthOn, asOf)).toBe(11)
    })
  })

  it('put the minor into the household of a mother whose surname he has', () => {
    const { customer: son } = onlyDossierOf('minor', '2026-11-22')
    const { customer: mother } = onlyDossierOf('wealth-enquiries', '2026-11-22')
    expect([son.householdNo, son.address]).toEqual([mother.householdNo, mother.address])
    expect(son.name[0]).toBe(mother.name[0])
  })

  it('tell two people of one name and birthday apart by their identity numbers', () => {
    const [one, other] = customerRecordsOf('same-name', '2026-11-22').map(({ customer }) => customer)
    expect([one?.name, one?.birthOn, one?.sex]).toEqual([other?.name, other?.birthOn, other?.sex])
    expect(one?.idNumber).not.toBe(other?.idNumber)
    expect(one?.phone).not.toBe(other?.phone)
  })

  it('have names beyond the basic plane, with a middle dot, and of extension A under a compound surname', () => {
    const names = customerRecordsOf('rare-name', '2026-11-22').map(({ customer }) => customer.name)
    expect(names).toHaveLength(3)
    expect(names[0]).toMatch(/[\u{20000}-\u{3ffff}]/u)
    expect(names[1]).toContain('·')
    expect(names[2]).toMatch(/^尉迟[\u3400-\u4dbf]$/)
  })

  it('have an address of exactly forty characters', () => {
    expect([...onlyDossierOf('long-address', '2026-11-22').customer.address]).toHaveLength(40)
  })
})
