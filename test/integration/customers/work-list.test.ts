import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  PEOPLE_BY_CONTACT,
  PEOPLE_BY_MATURITY,
  PEOPLE_OF_OWNER,
  PEOPLE_OF_TIER,
  PEOPLE_WITH,
} from '../../../src/main/features/customers/lists/people-walks.ts'
import { FINDINGS, type FindingKind } from '../../../src/shared/domain/customer/findings.ts'
import { TIERS, type Tier } from '../../../src/shared/domain/customer/tiers.ts'
import { BranchPeople } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

function pages(request: { finding?: FindingKind; tier?: Tier }, limit: number): string[] {
  const uids: string[] = []
  let cursor: string | null = null
  do {
    const page: { lines: readonly { uid: string }[]; nextCursor: string | null } = branch.engine.run(
      'customers.browse',
      { ...request, cursor, limit },
    )
    uids.push(...page.lines.map((line) => line.uid))
    cursor = page.nextCursor
  } while (cursor !== null)
  return uids
}

/** Balances in yuan that fall into all three tiers, with equals among them and an overdrawn one. */
const BALANCES = [10, 400_000, 60_000, 10, 60_000, 0, -5, 900_000, 60_000, 400_000]

describe('the list', () => {
  test('runs by value and then assets, and every page size gives everyone once', () => {
    const people = BALANCES.map((yuan, place) => ({
      ...branch.add({ name: `王${'一二三四五六七八九十'[place]}`, balanceFen: yuan * 100 }),
      yuan,
    }))
    branch.refresh()
    const expected = people.toSorted((a, b) => b.yuan - a.yuan || a.id - b.id).map((person) => person.uid)
    for (const limit of [1, 2, 3, 4, 100]) expect(pages({}, limit)).toEqual(expected)
    const preferred = people.filter((person) => person.yuan === 60_000).map((person) => person.uid)
    expect(pages({ tier: 'preferred' }, 2)).toEqual(preferred)
  })

  test('of a finding holds the people it points at, in every tier, and no one else', () => {
    const rich = branch.add({ name: '王一', birthOn: '1980-11-21', balanceFen: 90_000_000 })
    branch.add({ name: '王二', birthOn: '1980-06-21', balanceFen: 80_000_000 })
    const plain = branch.add({ name: '王三', birthOn: '1990-11-20' })
    branch.refresh()
    expect(pages({ finding: 'birthday' }, 1)).toEqual([rich.uid, plain.uid])
    expect(pages({ finding: 'birthday', tier: 'standard' }, 5)).toEqual([plain.uid])
    expect(pages({ finding: 'dormant' }, 5)).toEqual([])
  })

  test('leaves out a record that was merged into another', () => {
    const kept = branch.add({ name: '王一' })
    const merged = branch.add({ name: '王一' })
    branch.refresh()
    branch.engine.run('customers.decideDuplicate', {
      pairUid: branch.pair(kept.id, merged.id),
      decision: 'same',
    })
    expect(pages({}, 5)).toEqual([kept.uid])
    expect(branch.engine.run('customers.counts', {}).customers).toBe(1)
  })

  test('refuses a cursor that names nobody', () => {
    const cursor = '00000000-0000-7000-8000-000000000000'
    expect(() => branch.engine.run('customers.browse', { cursor })).toThrowError('call.badInput')
  })

  test('a cursor is the last line’s own name and holds no amount', () => {
    for (const name of ['王一', '王二']) branch.add({ name, balanceFen: 1_234_567_00 })
    branch.refresh()
    const { lines, nextCursor } = branch.engine.run('customers.browse', { limit: 1 })
    expect(nextCursor).toBe(lines[0]?.uid)
  })

  test('goes on where the person stands who was merged away between two pages', () => {
    const [first, second, third] = [3, 2, 1].map((fen) => branch.add({ name: '王一', balanceFen: fen }))
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three were added')
    branch.refresh()
    branch.engine.run('customers.decideDuplicate', {
      pairUid: branch.pair(first.id, second.id),
      decision: 'same',
    })
    const page = branch.engine.run('customers.browse', { cursor: second.uid })
    expect(page.lines.map(({ uid }) => uid)).toEqual([third.uid])
  })
})

test('the counts agree with the lists', () => {
  BALANCES.forEach((yuan, place) => {
    branch.add({
      name: `王${place}甲`,
      balanceFen: yuan * 100,
      birthOn: place % 3 === 0 ? '1980-11-21' : '1980-02-01',
    })
  })
  branch.refresh()
  const counts = branch.engine.run('customers.counts', {})
  expect(counts.customers).toBe(BALANCES.length)
  expect(counts.byTier).toEqual({ standard: 4, preferred: 3, 'high-net-worth': 3 })
  for (const finding of FINDINGS) expect(counts.byFinding[finding]).toBe(pages({ finding }, 50).length)
  expect(counts.byFinding.birthday).toBe(4)
})

test('the counts follow people who come, change, merge and go', () => {
  const { connection } = branch.engine
  const agrees = () => {
    const listed = (request: { finding?: FindingKind; tier?: Tier }) => pages(request, 50).length
    const { customers, byFinding, byTier } = branch.engine.run('customers.counts', {})
    expect(customers).toBe(listed({}))
    for (const finding of FINDINGS) expect(byFinding[finding]).toBe(listed({ finding }))
    for (const tier of TIERS) expect(byTier[tier]).toBe(listed({ tier }))
    return { customers, birthday: byFinding.birthday, preferred: byTier.preferred }
  }
  const first = branch.add({ name: '王一', balanceFen: 100, birthOn: '1980-11-21' })
  const second = branch.add({ name: '王一', balanceFen: 5_000_000, birthOn: '1980-11-21' })
  branch.refresh()
  expect(agrees()).toEqual({ customers: 2, birthday: 2, preferred: 1 })
  connection.script(`UPDATE account SET balance_fen = 5000000 WHERE customer_id = ${first.id}`)
  branch.refresh('2026-12-20')
  expect(agrees()).toEqual({ customers: 2, birthday: 0, preferred: 2 })
  const pairUid = branch.pair(first.id, second.id)
  branch.engine.run('customers.decideDuplicate', { pairUid, decision: 'same' })
  expect(agrees()).toEqual({ customers: 1, birthday: 1, preferred: 1 })
  connection.script(`DELETE FROM duplicate_pair; DELETE FROM account;
    DELETE FROM customer WHERE merged_into IS NOT NULL; DELETE FROM customer`)
  expect(agrees()).toEqual({ customers: 0, birthday: 0, preferred: 0 })
})

test('every list walks its own index, either way, without a sort', () => {
  const { connection } = branch.engine
  const planOf = (sql: string) => {
    const values = [...sql.matchAll(/\?/g)].map(() => 1)
    return connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((step) => step.detail)
  }
  const walked = (index: string, range: string) => [
    `SEARCH customer_facts USING COVERING INDEX ${index} (${range})`,
  ]
  for (const finding of FINDINGS) {
    const index = `facts_${finding.replaceAll('-', '_')}`
    const { usual, reversed } = PEOPLE_WITH[finding]
    expect(planOf(usual.sql)).toEqual(walked(index, 'tier=? AND aum_fen<?'))
    expect(planOf(reversed.sql)).toEqual(walked(index, 'tier=? AND aum_fen>?'))
  }
  expect(planOf(PEOPLE_OF_TIER.usual.sql)).toEqual(walked('facts_by_tier', 'tier=? AND aum_fen<?'))
  expect(planOf(PEOPLE_OF_TIER.reversed.sql)).toEqual(walked('facts_by_tier', 'tier=? AND aum_fen>?'))
  const ofOwner = 'owner_no=? AND tier=? AND aum_fen'
  expect(planOf(PEOPLE_OF_OWNER.usual.sql)).toEqual(walked('facts_by_owner', `${ofOwner}<?`))
  expect(planOf(PEOPLE_OF_OWNER.reversed.sql)).toEqual(walked('facts_by_owner', `${ofOwner}>?`))
  for (const way of ['usual', 'reversed'] as const) {
    expect(planOf(PEOPLE_BY_CONTACT[way].sql)[0]).toMatch(
      /^SEARCH customer_facts USING COVERING INDEX facts_by_contact \(last_contact_on/,
    )
    expect(planOf(PEOPLE_BY_MATURITY[way].sql)[0]).toMatch(
      /^SEARCH customer_facts USING COVERING INDEX facts_maturing \(next_maturity_on/,
    )
    for (const { sql } of [PEOPLE_BY_CONTACT[way], PEOPLE_BY_MATURITY[way]]) {
      expect(planOf(sql)).toHaveLength(1)
    }
  }
})
