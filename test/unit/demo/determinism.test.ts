import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CUSTOMERS } from '../../../src/shared/demo/allocation.ts'
import { generateBranch } from '../../../src/shared/demo/branch.ts'
import { SEEDED_COUNT } from '../../../src/shared/demo/stories.ts'
import { AS_OF, branchOf, digestOf } from '../../support/demo/demo-branches.ts'

const SIZE = 300

describe('a demo branch', () => {
  it('is the same whenever seed, day and size are the same', () => {
    expect(digestOf(branchOf(SIZE).customerRecords())).toBe(digestOf(branchOf(SIZE).customerRecords()))
  })

  it('is another one for another seed and for another day', () => {
    const digest = digestOf(branchOf(SIZE).customerRecords())
    expect(digestOf(branchOf(SIZE, 8).customerRecords())).not.toBe(digest)
    expect(digestOf(branchOf(SIZE, 7, '2026-11-21').customerRecords())).not.toBe(digest)
  })

  it('starts with the customers of any smaller branch', () => {
    expect(digestOf(branchOf(MAX_CUSTOMERS).customerRecords(0, SIZE))).toBe(
      digestOf(branchOf(SIZE).customerRecords()),
    )
  })

  it('gives a customer the same dossier alone, in any order and in any slice', () => {
    const branch = branchOf(MAX_CUSTOMERS)
    fc.assert(
      fc.property(fc.nat(MAX_CUSTOMERS - 30), fc.nat(29), (from, step) => {
        const slice = [...branch.customerRecords(from, from + 30)]
        expect(branchOf(MAX_CUSTOMERS).customerRecord(from + step)).toEqual(slice[step])
      }),
      { numRuns: 60 },
    )
  })

  it('takes more transactions without changing who the customers are', () => {
    const quiet = generateBranch({ seed: 7, asOf: AS_OF, customers: SIZE, transactionsPerCustomer: 12 })
    const busy = generateBranch({ seed: 7, asOf: AS_OF, customers: SIZE, transactionsPerCustomer: 80 })
    const people = (branch: typeof quiet) =>
      [...branch.customerRecords()].map((customerRecord) => customerRecord.customer)
    expect(people(busy)).toEqual(people(quiet))
  })

  it.each([12, 40])('has about %i transactions a customer when asked for them', (average) => {
    const branch = generateBranch({ seed: 3, asOf: AS_OF, customers: 3000, transactionsPerCustomer: average })
    let transactions = 0
    for (const customerRecord of branch.customerRecords()) transactions += customerRecord.transactions.length
    expect(transactions / branch.size).toBeGreaterThan(average * 0.85)
    expect(transactions / branch.size).toBeLessThan(average * 1.15)
  })

  it('refuses a day that does not exist and a size out of range', () => {
    const options = { seed: 1, asOf: AS_OF, customers: 100 }
    expect(() => generateBranch({ ...options, asOf: '2023-02-29' })).toThrow(RangeError)
    expect(() => generateBranch({ ...options, customers: SEEDED_COUNT - 1 })).toThrow(RangeError)
    expect(() => generateBranch({ ...options, customers: MAX_CUSTOMERS + 1 })).toThrow(RangeError)
    expect(() => generateBranch(options).customerRecord(100)).toThrow(RangeError)
  })
})
