import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { addDays, daysBetween } from '../../../src/shared/domain/calendar/civil-date.ts'
import { DEFAULT_TIER_LINES, TIERS, tierOf } from '../../../src/shared/domain/customer/tiers.ts'
import { BranchPeople, TODAY } from '../../support/customers/branch-people.ts'
import { HEAD } from '../../support/engine/open-engine.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

type Request = Omit<InputOf<'customers.browse'>, 'cursor' | 'limit'>

function pages(request: Request, limit: number): string[] {
  const uids: string[] = []
  let cursor: string | null = null
  do {
    const page: { lines: readonly { uid: string }[]; nextCursor: string | null } = branch.engine.run(
      'customers.browse',
      { ...request, cursor, limit },
    )
    uids.push(...page.lines.map(({ uid }) => uid))
    cursor = page.nextCursor
  } while (cursor !== null)
  return uids
}

interface Somebody {
  readonly uid: string
  readonly id: number
  readonly yuan: number
  readonly ownerNo: string | null
  readonly contactOn: string | null
}

/** People with equal assets and equal days among them, some without an owner, some never contacted. */
function populate(): Somebody[] {
  const people = Array.from({ length: 24 }, (_, place): Somebody => {
    const yuan = [10, 60_000, 400_000, 60_000, 0, -5][place % 6] ?? 0
    const ownerNo = place % 4 === 0 ? null : `300${place % 3}`
    const contactOn = place % 5 === 0 ? null : addDays(TODAY, -((place * 7) % 40))
    const added = branch.add({
      name: '王一',
      balanceFen: yuan * 100,
      birthOn: place % 3 === 0 ? '1980-11-21' : '1980-02-01',
      ...(ownerNo === null ? {} : { ownerNo }),
    })
    if (contactOn !== null) branch.contact(added.id, contactOn)
    return { uid: added.uid, id: added.id, yuan, ownerNo, contactOn }
  })
  branch.refresh()
  return people
}

const tierRank = ({ yuan }: Somebody) => TIERS.indexOf(tierOf(yuan * 100, DEFAULT_TIER_LINES))
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The order as a reader would say it, worked out from what was put in. */
const ORDER = {
  value: (a: Somebody, b: Somebody) => tierRank(b) - tierRank(a) || b.yuan - a.yuan || a.id - b.id,
  assets: (a: Somebody, b: Somebody) => b.yuan - a.yuan || a.id - b.id,
  contact: (a: Somebody, b: Somebody) => byText(a.contactOn ?? '', b.contactOn ?? '') || a.id - b.id,
} as const

const isQuiet = ({ contactOn }: Somebody, days: number) =>
  contactOn === null || daysBetween(contactOn, TODAY) >= days

describe.each(['value', 'assets', 'contact'] as const)('sorted by %s', (sort) => {
  test('either way and at every page size, a list holds everybody once, whatever it is filtered by', () => {
    const people = populate()
    const filters: readonly (readonly [Request, (person: Somebody) => boolean])[] = [
      [{}, () => true],
      [{ tier: 'preferred' }, ({ yuan }) => yuan === 60_000],
      [{ ownerNo: '3001' }, ({ ownerNo }) => ownerNo === '3001'],
      [{ quietDays: 14 }, (person) => isQuiet(person, 14)],
      [{ finding: 'birthday' }, ({ id }) => people.findIndex((each) => each.id === id) % 3 === 0],
      [
        { ownerNo: '3002', tier: 'standard', quietDays: 3 },
        (person) => person.ownerNo === '3002' && tierRank(person) === 0 && isQuiet(person, 3),
      ],
    ]
    for (const [filter, isOn] of filters) {
      const expected = people.filter(isOn).toSorted(ORDER[sort])
      expect(expected.length).toBeGreaterThan(0)
      for (const reversed of [false, true]) {
        const uids = (reversed ? expected.toReversed() : expected).map(({ uid }) => uid)
        for (const limit of [1, 3, 100]) expect(pages({ ...filter, sort, reversed }, limit)).toEqual(uids)
      }
      const { total } = branch.engine.run('customers.browse', { ...filter, sort, limit: 1 })
      expect(total).toEqual({ people: expected.length, orMore: false })
    }
  })
})

test('what matures next comes first on the list of what is about to mature, and no other list knows that order', () => {
  const days = [9, 3, 20, 3]
  const people = days.map((inDays) => {
    const person = branch.add({ name: '王一' })
    branch.account(person.id, { kind: 'term', balanceFen: 100_000, maturesOn: addDays(TODAY, inDays) })
    return person
  })
  branch.add({ name: '王二' })
  branch.refresh()
  const finding = 'maturity-near'
  const expected = [1, 3, 0, 2].map((place) => people[place]?.uid)
  expect(pages({ finding, sort: 'maturity' }, 2)).toEqual(expected)
  expect(pages({ finding, sort: 'maturity', reversed: true }, 3)).toEqual(expected.toReversed())
})

test('a list of a product or a level holds those with such an open intent, also on a merged record', () => {
  const first = branch.add({ name: '王一' })
  const second = branch.add({ name: '王二', balanceFen: 9_000_000 })
  branch.add({ name: '王三' })
  branch.refresh()
  const { run } = branch.engine
  run.call(branch.engine, 'intents.flag', { customerUid: first.uid, product: 'fund', level: 'high' }, HEAD)
  branch.engine.run('intents.flag', { customerUid: second.uid, product: 'fund', level: 'low' }, HEAD)
  branch.engine.run('intents.flag', { customerUid: second.uid, product: 'loan', level: 'high' }, HEAD)
  expect(pages({ product: 'fund' }, 1)).toEqual([second.uid, first.uid])
  expect(pages({ product: 'fund', level: 'high' }, 5)).toEqual([first.uid])
  expect(pages({ level: 'high', tier: 'standard' }, 5)).toEqual([first.uid])
})

describe('P2: what somebody asked of a colleague stands in no list', () => {
  const TELLER: SessionStaff = { no: '1001', name: '孙甜', role: 'teller' }
  const LOBBY: SessionStaff = { no: '2001', name: '马跃', role: 'lobby' }
  const wishes = (request: Request, staff: SessionStaff) =>
    branch.engine
      .run('customers.browse', request, staff)
      .lines.map(({ uid, reasons }) => [
        uid,
        reasons.flatMap((reason) => (reason.kind === 'intent' ? reason.product : [])),
      ])
  let asked: { readonly uid: string }
  let own: { readonly uid: string }
  beforeEach(() => {
    asked = branch.add({ name: '王一', balanceFen: 2_000 })
    own = branch.add({ name: '王二', balanceFen: 1_000 })
    branch.refresh()
    const wish = { product: 'fund', level: 'high' } as const
    branch.engine.run('intents.flag', { ...wish, customerUid: asked.uid }, HEAD)
    const { intent } = branch.engine.run('intents.flag', { ...wish, customerUid: own.uid }, HEAD)
    branch.engine.runner.run('staff.insert', TELLER, HEAD)
    branch.engine.run('intents.reassign', { intentUid: intent.uid, ownerNo: TELLER.no }, HEAD)
  })

  test('neither as a reason nor as a filter, which both know one’s own', () => {
    expect(wishes({}, TELLER)).toEqual([
      [asked.uid, []],
      [own.uid, ['fund']],
    ])
    expect(wishes({ product: 'fund' }, TELLER)).toEqual([[own.uid, ['fund']]])
    expect(wishes({ level: 'high' }, TELLER)).toEqual([[own.uid, ['fund']]])
    const { total } = branch.engine.run('customers.browse', { product: 'fund' }, TELLER)
    expect(total).toEqual({ people: 1, orMore: false })
  })

  test('nor in a search; and who shares out the work sees the branch’s', () => {
    const { lines } = branch.engine.run('customers.found', { text: '王一' }, TELLER)
    expect(lines.map(({ uid, reasons }) => [uid, reasons])).toEqual([[asked.uid, []]])
    for (const staff of [HEAD, LOBBY]) {
      expect(wishes({ product: 'fund' }, staff)).toEqual([
        [asked.uid, ['fund']],
        [own.uid, ['fund']],
      ])
    }
  })
})

describe('a row', () => {
  test('says why, who looks after the person and when they were last contacted', () => {
    const person = branch.add({ name: '王一', birthOn: '1980-11-21', ownerNo: HEAD.no })
    branch.add({ name: '王二', ownerNo: '7777' })
    branch.refresh()
    branch.engine.run('intents.flag', { customerUid: person.uid, product: 'fund', level: 'high' }, HEAD)
    branch.contact(person.id, '2026-11-18')
    const [first, second] = branch.engine.run('customers.browse', { finding: null }).lines
    expect(first).toMatchObject({ ownerNo: HEAD.no, ownerName: HEAD.name, lastContactOn: '2026-11-18' })
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['finding', 'intent'])
    expect(first?.reasons[0]).toEqual({
      kind: 'finding',
      finding: { kind: 'birthday', on: '2026-11-21', days: 1 },
    })
    expect(second).toMatchObject({ ownerNo: '7777', ownerName: null, lastContactOn: null, reasons: [] })
    const [asked] = branch.engine.run('customers.browse', { product: 'fund' }).lines
    expect(asked?.reasons[0]).toMatchObject({ kind: 'intent', product: 'fund' })
  })
})

test('the day of the last contact follows every contact and goes with it; the owner follows the record', () => {
  const { connection } = branch.engine
  const kept = branch.add({ name: '王一', ownerNo: '3001' })
  const merged = branch.add({ name: '王一' })
  branch.refresh()
  const pairUid = branch.pair(kept.id, merged.id)
  branch.engine.run('customers.decideDuplicate', { pairUid, decision: 'same' })
  const stored = () =>
    connection
      .statement<{ ownerNo: string; contactOn: string }>(
        'SELECT owner_no AS ownerNo, last_contact_on AS contactOn FROM customer_facts',
      )
      .all()
  branch.contact(merged.id, '2026-11-10')
  branch.contact(kept.id, '2026-11-05')
  expect(stored()).toEqual([{ ownerNo: '3001', contactOn: '2026-11-10' }])
  connection.script(`DELETE FROM contact WHERE on_date = '2026-11-10'`)
  expect(stored()).toEqual([{ ownerNo: '3001', contactOn: '2026-11-05' }])
  connection.script(`DELETE FROM contact; UPDATE customer SET owner_no = '3002' WHERE id = ${kept.id}`)
  expect(stored()).toEqual([{ ownerNo: '3002', contactOn: '' }])
  branch.contact(kept.id, '2026-11-06')
  branch.refresh('2026-12-20')
  expect(stored()).toEqual([{ ownerNo: '3002', contactOn: '2026-11-06' }])
})
