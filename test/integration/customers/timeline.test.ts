import { afterEach, beforeEach, expect, test } from 'vitest'
import { SOURCES } from '../../../src/main/features/customers/timeline/sources.ts'
import type { TimelineEntry } from '../../../src/shared/contract/customers.ts'
import type { TimelineKind } from '../../../src/shared/domain/customer/timeline.ts'
import { type Added, BranchPeople } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
let person: Added
beforeEach(() => {
  branch = new BranchPeople()
  person = branch.add({ name: '王一' })
  branch.engine.run('customers.open', { uid: person.uid })
})
afterEach(() => branch.close())

function wholeTimeline(limit: number, kinds: TimelineKind[] = []): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  let cursor: string | null = null
  do {
    const page: { entries: readonly TimelineEntry[]; nextCursor: string | null } = branch.engine.run(
      'customers.timeline',
      { uid: person.uid, kinds, cursor, limit },
    )
    entries.push(...page.entries)
    cursor = page.nextCursor
  } while (cursor !== null)
  return entries
}

function fill(): void {
  for (const on of ['2026-11-01', '2026-11-01', '2026-11-02', '2026-11-03']) {
    branch.move(person, { on, yuan: 5, kind: 'cash', channel: 'counter' })
    branch.event(person.id, { on, code: 'address-change' })
    branch.event(person.id, { on, code: 'counter', kind: 'channel' })
    branch.event(person.id, { on, code: 'contact', kind: 'basic' })
    branch.contact(person.id, on)
  }
  branch.engine.run('intents.flag', {
    customerUid: person.uid,
    product: 'fund',
    level: 'low',
    note: '问净值',
  })
}

test('every page size gives the same entries in the same order, each once', () => {
  fill()
  const whole = wholeTimeline(100)
  expect(whole).toHaveLength(21)
  expect(new Set(whole.map((entry) => entry.id)).size).toBe(21)
  expect(whole.map((entry) => entry.on)).toEqual(
    whole
      .map((entry) => entry.on)
      .toSorted()
      .toReversed(),
  )
  for (const limit of [1, 2, 3, 7]) expect(wholeTimeline(limit)).toEqual(whole)
})

test('the pages of a merged person hold the entries of all their records', () => {
  fill()
  const other = branch.add({ name: '王一一' })
  branch.move(other, { on: '2026-11-02', yuan: 7 })
  branch.contact(other.id, '2026-11-01')
  branch.engine.connection
    .statement(`UPDATE customer SET merged_into = ?, merge_reason = 'same-id' WHERE id = ?`)
    .run(person.id, other.id)
  const whole = wholeTimeline(100)
  expect(whole).toHaveLength(23)
  expect(wholeTimeline(2)).toEqual(whole)
})

test('each of the four kinds can be asked for by itself', () => {
  fill()
  const counts = (['basic', 'transaction', 'non-transaction', 'channel'] as const).map((kind) => {
    const entries = wholeTimeline(4, [kind])
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set([kind]))
    return entries.length
  })
  expect(counts).toEqual([4, 4, 5, 8])
})

test('transactions carry direction, amount and channel, and a flag carries its words and its author', () => {
  fill()
  const [flag] = wholeTimeline(100)
  expect(flag).toMatchObject({ kind: 'non-transaction', code: 'need', text: '问净值', staffName: '赵明' })
  const cash = wholeTimeline(100, ['transaction']).at(-1)
  expect(cash).toMatchObject({ code: 'cash', direction: 'in', amountFen: 500, channel: 'counter' })
})

test('a cursor that this product did not write is refused', () => {
  for (const cursor of ['', 'x', '2026-11-01|txn', '2026-11-01|event|1|abc', '2026-11-01|rows|1|1']) {
    expect(() => branch.engine.run('customers.timeline', { uid: person.uid, cursor }), cursor).toThrowError(
      'call.badInput',
    )
  }
})

test('pages of every source are read down an index, without a sort', () => {
  const { connection } = branch.engine
  for (const source of ['txn', 'event', 'contact', 'note'] as const) {
    // a transaction is placed by its account too, and has an amount to be above
    const between = source === 'event' ? ['|basic|'] : source === 'txn' ? [1, 0] : []
    const values = [1, '2026', 1, ...between, 1]
    const plan = connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${SOURCES[source].rows.sql}`)
      .all(...values)
      .map((step) => step.detail)
      .join('\n')
    expect(plan).toMatch(/SEARCH \w+ USING (PRIMARY KEY|INDEX \w+) \(customer_id=\? AND \(?on_date/)
    expect(plan).not.toContain('TEMP B-TREE')
  }
})

test('P2: what staff and extracts wrote tells neither the name nor a number, on a page and on the panel', () => {
  const words = '王一说打 10012345678'
  branch.engine.run('intents.flag', {
    customerUid: person.uid,
    product: 'fund',
    level: 'low',
    note: words,
  })
  const [entry] = wholeTimeline(10)
  expect(entry?.text).toBe('王*说打 100****5678')
  expect(JSON.stringify(branch.engine.run('customers.open', { uid: person.uid }))).not.toContain(
    '10012345678',
  )
})
