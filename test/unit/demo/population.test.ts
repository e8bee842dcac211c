import { describe, expect, it } from 'vitest'
import type { DemoDossier } from '../../../src/shared/demo/rows.ts'
import { addMonths, ageOn } from '../../../src/shared/domain/calendar/civil-date.ts'
import { DEFAULT_TIER_LINES, tierOf } from '../../../src/shared/domain/customer/tiers.ts'
import { AS_OF, assetsFen, branchOf } from '../../support/demo/demo-branches.ts'

const branch = branchOf(5000)
const customerRecords = [...branch.customerRecords()]
const share = (holds: (customerRecord: DemoDossier) => boolean) =>
  customerRecords.filter(holds).length / customerRecords.length
const ageOf = ({ customer }: DemoDossier) => ageOn(customer.birthOn, AS_OF)

describe('the people of a demo branch of 5,000', () => {
  it('are about 85 % standard, 12 % preferred and 3 % high-net-worth', () => {
    const tier = (customerRecord: DemoDossier) => tierOf(assetsFen(customerRecord), DEFAULT_TIER_LINES)
    expect(share((customerRecord) => tier(customerRecord) === 'standard')).toBeCloseTo(0.85, 1)
    expect(share((customerRecord) => tier(customerRecord) === 'standard')).toBeGreaterThan(0.81)
    expect(share((customerRecord) => tier(customerRecord) === 'preferred')).toBeGreaterThan(0.1)
    expect(share((customerRecord) => tier(customerRecord) === 'preferred')).toBeLessThan(0.16)
    expect(share((customerRecord) => tier(customerRecord) === 'high-net-worth')).toBeGreaterThan(0.02)
    expect(share((customerRecord) => tier(customerRecord) === 'high-net-worth')).toBeLessThan(0.04)
  })

  it('are between newborn and a hundred, mostly adults', () => {
    const ages = customerRecords.map(ageOf)
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...ages)).toBeLessThan(100)
    expect(share((customerRecord) => ageOf(customerRecord) < 18)).toBeLessThan(0.15)
  })

  it('have work that fits their age', () => {
    for (const customerRecord of customerRecords) {
      const { occupation } = customerRecord.customer
      if (ageOf(customerRecord) < 18) expect(['学生', '学龄前儿童']).toContain(occupation)
      if (ageOf(customerRecord) >= 60) expect(occupation).toBe('退休人员')
      if (occupation === '退休人员') expect(ageOf(customerRecord)).toBeGreaterThanOrEqual(55)
    }
  })

  it('share household, address and family form, and children come after their parents and carry a name of theirs', () => {
    const households = Map.groupBy(
      customerRecords.filter(({ customer }) => customer.householdNo !== null),
      ({ customer }) => customer.householdNo,
    )
    expect(households.size).toBeGreaterThan(500)
    for (const members of households.values()) {
      expect(new Set(members.map(({ customer }) => customer.address)).size).toBe(1)
      expect(new Set(members.map(({ customer }) => customer.family)).size).toBe(1)
      const [head, partner] = members.map(({ customer }) => customer)
      if (!head || !partner) continue
      if (head.family.includes('夫妻') || head.family.endsWith('口之家')) expectCouple(head, partner)
      if (head.family.endsWith('口之家')) {
        for (const { customer: child } of members.slice(2)) {
          expect(child.birthOn > addMonths(head.birthOn, 18 * 12)).toBe(true)
          expect(child.birthOn > addMonths(partner.birthOn, 18 * 12)).toBe(true)
          expectNamedAfter(child.name, [head.name, partner.name])
        }
      }
    }
  })

  it('are served by a manager of the branch from the preferred line up', () => {
    const managers = branch.staff.filter((person) => person.role === 'rm').map((person) => person.no)
    expect(managers).toHaveLength(5)
    for (const { customer } of customerRecords) {
      if (customer.ownerStaffNo !== null) expect(managers).toContain(customer.ownerStaffNo)
    }
    expect(share(({ customer }) => customer.ownerStaffNo !== null)).toBeGreaterThan(0.1)
  })

  it('carry compound and unexpected surnames, middle dots and characters beyond the basic plane', () => {
    const names = customerRecords.map(({ customer }) => customer.name)
    expect(names.some((name) => /^(欧阳|司马|尉迟|上官|诸葛)/.test(name))).toBe(true)
    expect(names.some((name) => /^[单仇解查区]/.test(name))).toBe(true)
    expect(names.some((name) => name.includes('·'))).toBe(true)
    expect(names.some((name) => /[\u{20000}-\u{3ffff}]/u.test(name))).toBe(true)
    expect(names.some((name) => [...name].length === 4)).toBe(true)
  })

  it('hold deposits that mature in the future and owe what a running loan may owe', () => {
    for (const { accounts, loans } of customerRecords) {
      for (const account of accounts.filter(
        ({ status, maturesOn }) => status === 'open' && maturesOn !== null,
      )) {
        expect(account.openedOn <= AS_OF).toBe(true)
        expect(account.maturesOn !== null && account.maturesOn > AS_OF).toBe(true)
      }
      for (const loan of loans) {
        expect(loan.balanceFen).toBeLessThanOrEqual(loan.principalFen)
        if (loan.status === 'finished') expect(loan.balanceFen).toBe(0)
        if (loan.status === 'running') expect(loan.endsOn > AS_OF).toBe(true)
        if (loan.status === 'finished') expect(loan.endsOn <= AS_OF).toBe(true)
      }
    }
  })

  it('shop most at weekends and hardly meet the counter on public holidays', () => {
    const shopping = new Map<number, number>()
    let counterInNationalWeek = 0
    let counter = 0
    for (const { on, kind, channel } of customerRecords.flatMap(({ transactions }) => transactions)) {
      const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
      if (kind === 'spending') shopping.set(weekday, (shopping.get(weekday) ?? 0) + 1)
      if (channel !== 'counter') continue
      counter++
      if (on >= '2026-10-01' && on <= '2026-10-07') counterInNationalWeek++
    }
    expect(shopping.get(6) ?? 0).toBeGreaterThan((shopping.get(2) ?? 0) * 1.15)
    expect(counterInNationalWeek / counter).toBeLessThan(7 / 365 / 4)
  })
})

function expectCouple(a: DemoDossier['customer'], b: DemoDossier['customer']): void {
  expect(new Set([a.sex, b.sex])).toEqual(new Set(['male', 'female']))
  expect([a.marriage, b.marriage]).toEqual(['已婚', '已婚'])
  expect(Math.abs(Number(a.birthOn.slice(0, 4)) - Number(b.birthOn.slice(0, 4)))).toBeLessThanOrEqual(7)
}

/** Mongolian and Tibetan names hand nothing on; Han children start like a parent, Uyghur ones end in the father's name. */
function expectNamedAfter(child: string, parents: readonly string[]): void {
  if (child.includes('·')) {
    expect(parents.map((parent) => parent.split('·')[0])).toContain(child.split('·')[1])
    return
  }
  if (NAMES_WITHOUT_FAMILY.test(child)) return
  expect(parents.map((parent) => [...parent][0])).toContain([...child][0])
}

const NAMES_WITHOUT_FAMILY =
  /^(巴特尔|朝鲁|苏和|那日苏|孟和巴雅尔|阿古拉|其其格|乌云其木格|萨日娜|娜仁|琪琪格玛|乌兰托娅|扎西顿珠|次仁多吉|格桑平措|洛桑旺堆|丹增|次仁卓玛|格桑梅朵|央金拉姆|白玛措|德吉)$/
