import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepLedger } from '../../../src/shared/demo/ledger.ts'
import type { Movement } from '../../../src/shared/demo/movements.ts'
import { branchOf, demandAccountOf } from '../../support/demo/demo-branches.ts'

const movement: fc.Arbitrary<Movement> = fc.record({
  day: fc.integer({ min: 20_000, max: 20_364 }),
  direction: fc.constantFrom('in', 'out'),
  amountFen: fc.integer({ min: 1, max: 500_000 }),
  kind: fc.constant('transfer'),
  channel: fc.constant('counter'),
  note: fc.constant('转账'),
  givesWayByFen: fc.constantFrom(null, 1, 1000),
})
const movements = fc
  .array(movement, { maxLength: 40 })
  .map((list) => list.map((one) => (one.direction === 'in' ? { ...one, givesWayByFen: null } : one)))
const wanted = fc.nat(2_000_000)

describe('the ledger of a demo account', () => {
  it('never goes below zero, never breaks, and ends at the closing balance', () => {
    fc.assert(
      fc.property(movements, wanted, (list, wantedFen) => {
        const { entries, closingFen } = keepLedger(list, wantedFen)
        entries.forEach(({ movement: booked, amountFen, balanceFen }, place) => {
          expect(balanceFen).toBeGreaterThanOrEqual(0)
          expect(amountFen).toBeGreaterThan(0)
          const before = entries[place - 1]?.balanceFen
          if (before === undefined) return
          expect(balanceFen - before).toBe(booked.direction === 'in' ? amountFen : -amountFen)
        })
        expect(entries.at(-1)?.balanceFen ?? closingFen).toBe(closingFen)
      }),
    )
  })

  it('books fixed movements as they stand', () => {
    fc.assert(
      fc.property(movements, wanted, (list, wantedFen) => {
        const fixed = list.filter((one) => one.givesWayByFen === null)
        const booked = keepLedger(list, wantedFen).entries.filter(
          (entry) => entry.movement.givesWayByFen === null,
        )
        expect(booked.map((entry) => entry.amountFen).sort()).toEqual(
          fixed.map((one) => one.amountFen).sort(),
        )
      }),
    )
  })

  it('ends exactly where it should when there is enough to pay everything', () => {
    const spend: Movement = {
      day: 20_001,
      direction: 'out',
      amountFen: 700,
      kind: 'spending',
      channel: 'pos',
      note: '超市',
      givesWayByFen: 1,
    }
    expect(keepLedger([spend], 300)).toEqual({
      entries: [{ movement: spend, amountFen: 700, balanceFen: 300 }],
      closingFen: 300,
    })
  })

  it('lets a large payment take over what an earlier one had to leave', () => {
    const common = { kind: 'transfer', channel: 'counter', note: '转账' } as const
    const early: Movement = { ...common, day: 1, direction: 'out', amountFen: 5000, givesWayByFen: 1000 }
    const pay: Movement = { ...common, day: 2, direction: 'in', amountFen: 9000, givesWayByFen: null }
    const late: Movement = { ...common, day: 3, direction: 'out', amountFen: 4000, givesWayByFen: 1000 }
    const { entries, closingFen } = keepLedger([late, early, pay], 0)
    expect(entries.map(({ amountFen, balanceFen }) => [amountFen, balanceFen])).toEqual([
      [9000, 9000],
      [9000, 0],
    ])
    expect(closingFen).toBe(0)
  })

  it('makes every account of a branch end at its last balance, within the twelve months', () => {
    for (const customerRecord of branchOf(2000).customerRecords()) {
      const { transactions } = customerRecord
      const demand = demandAccountOf(customerRecord)
      transactions.forEach((transaction, place) => {
        expect(transaction.accountKey).toBe(demand.key)
        const before = transactions[place - 1]
        if (!before) return
        const signed = transaction.direction === 'in' ? transaction.amountFen : -transaction.amountFen
        expect(transaction.balanceFen).toBe(before.balanceFen + signed)
        expect(transaction.on >= before.on).toBe(true)
      })
      expect(transactions.at(-1)?.balanceFen ?? demand.balanceFen).toBe(demand.balanceFen)
      expect(transactions.every(({ on }) => on > '2025-11-20' && on <= '2026-11-20')).toBe(true)
    }
  })
})
