import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TimelineEntry, TimelinePage } from '../../../src/shared/contract/customers.ts'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { type Added, BranchPeople } from '../../support/customers/branch-people.ts'

type Filter = Omit<InputOf<'customers.timeline'>, 'uid' | 'cursor' | 'limit'>

let branch: BranchPeople
let person: Added
beforeEach(() => {
  branch = new BranchPeople()
  person = branch.add({ name: '王一' })
  for (const [on, yuan] of [
    ['2026-08-31', 20_000],
    ['2026-09-01', -300],
    ['2026-09-30', 60_000],
    ['2026-10-01', -50_000],
    ['2026-10-02', 10],
  ] as const) {
    branch.move(person, { on, yuan, kind: 'transfer' })
    branch.event(person.id, { on, code: 'address-change' })
  }
  branch.engine.run('customers.open', { uid: person.uid })
})
afterEach(() => branch.close())

function pageOf(filter: Filter, cursor: string | null = null, limit = 100): TimelinePage {
  return branch.engine.run('customers.timeline', { uid: person.uid, ...filter, cursor, limit })
}

function wholeOf(filter: Filter, limit = 100): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  let cursor: string | null = null
  do {
    const page: TimelinePage = pageOf(filter, cursor, limit)
    entries.push(...page.entries)
    cursor = page.nextCursor
  } while (cursor !== null)
  return entries
}

const flag = (note: string) =>
  branch.engine.run('intents.flag', {
    customerUid: person.uid,
    product: 'wealth',
    level: 'high',
    signals: ['rate', 'materials'],
    note,
  })

describe('C3: a filter of the timeline', () => {
  test('gives what the whole timeline has of it, page by page, with each condition and all of them together', () => {
    flag('问净值')
    const whole = wholeOf({})
    const conditions: [Filter, (entry: TimelineEntry) => boolean][] = [
      [{ fromOn: '2026-09-01', toOn: '2026-09-30' }, ({ on }) => on.startsWith('2026-09')],
      [{ fromOn: '2026-10-01' }, ({ on }) => on >= '2026-10-01'],
      [{ toOn: '2026-09-01' }, ({ on }) => on <= '2026-09-01'],
      [{ minFen: 2_000_000 }, ({ amountFen }) => (amountFen ?? 0) >= 2_000_000],
      [{ text: '地址' }, ({ code }) => code === 'address-change'],
      [
        { text: '转账', fromOn: '2026-09-01', minFen: 2_000_000, kinds: ['transaction'] },
        ({ on, amountFen }) => on >= '2026-09-01' && (amountFen ?? 0) >= 2_000_000,
      ],
    ]
    for (const [filter, passes] of conditions) {
      const expected = whole.filter(passes)
      expect(expected.length).toBeGreaterThan(1)
      for (const limit of [1, 2, 100])
        expect(wholeOf(filter, limit), JSON.stringify(filter)).toEqual(expected)
    }
  })

  test('sums what came in and went out over all its pages, once', () => {
    expect(pageOf({}, null, 1).sums).toEqual({ inFen: 8_001_000, outFen: 5_030_000, count: 5 })
    const september = { fromOn: '2026-09-01', toOn: '2026-09-30' }
    const first = pageOf(september, null, 1)
    expect(first.sums).toEqual({ inFen: 6_000_000, outFen: 30_000, count: 2 })
    expect(pageOf(september, first.nextCursor, 1).sums).toBeNull()
    expect(pageOf({ minFen: 2_000_000 }).sums).toEqual({ inFen: 8_000_000, outFen: 5_000_000, count: 3 })
    expect(pageOf({ kinds: ['basic'] }).sums).toBeNull()
    // Words are looked for row by row, and come to the same.
    expect(pageOf({ text: '转账', ...september }).sums).toEqual(first.sums)
    expect(pageOf({ text: '没有这个词' }).sums).toEqual({ inFen: 0, outFen: 0, count: 0 })
  })

  test('P2: words are looked for in what the line shows, so that a search tells no more than it', () => {
    flag('王一说打 10012345678')
    expect(wholeOf({ text: '王一' })).toEqual([])
    expect(wholeOf({ text: '10012345678' })).toEqual([])
    expect(wholeOf({ text: '5678' }).map(({ text }) => text)).toEqual(['王*说打 100****5678'])
  })

  test('finds a wish by its names in either language', () => {
    flag('')
    for (const text of ['理财', 'Wealth', '问利率', '要资料']) expect(wholeOf({ text })).toHaveLength(1)
  })
})

test('the line of a flag and of a contact says product, level and what spoke for it', () => {
  const { intent } = flag('')
  branch.engine.run('followups.record', { intentUid: intent.uid, channel: 'face', outcome: 'reached' })
  expect(wholeOf({ kinds: ['non-transaction', 'channel'] }).slice(0, 2)).toMatchObject([
    { code: 'reached', product: 'wealth', level: 'high', signals: [] },
    { code: 'need', product: 'wealth', level: 'high', signals: ['rate', 'materials'] },
  ])
})
