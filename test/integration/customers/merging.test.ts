import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Added, BranchPeople } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
let older: Added
let newer: Added
beforeEach(() => {
  branch = new BranchPeople()
  older = branch.add({ name: '王建国', phone: '10011112222', balanceFen: 4_000_000 })
  newer = branch.add({ name: '王健国', phone: '10033334444', balanceFen: 3_000_000 })
  branch.move(older, { on: '2026-10-01', yuan: 10 })
  branch.move(newer, { on: '2026-11-01', yuan: 20, kind: 'cash' })
  branch.card(newer.id, '6299990000001112345')
  branch.refresh()
})
afterEach(() => branch.close())

function decide(pairUid: string, decision: 'same' | 'different') {
  return branch.engine.run('customers.decideDuplicate', { pairUid, decision })
}

/** Everything a merge may touch, without the marks that say that a row was written. */
function everything(): unknown {
  const { connection } = branch.engine
  return {
    customers: connection
      .statement('SELECT id, merged_into, merged_under, merge_reason, search_bucket FROM customer')
      .all(),
    keys: connection.statement('SELECT * FROM search_key').all(),
    facts: connection.statement('SELECT * FROM customer_facts').all(),
    months: connection.statement('SELECT * FROM month_rollup').all(),
    pairs: connection.statement('SELECT uid, state, decided_by FROM duplicate_pair').all(),
  }
}

const aumOf = (person: Added) => branch.engine.run('customers.open', { uid: person.uid }).facts.aumFen

describe('the queue', () => {
  test('shows both sides masked and counts what is open', () => {
    const uid = branch.pair(older.id, newer.id)
    const { pairs, open } = branch.engine.run('customers.duplicates', {})
    expect(open).toBe(1)
    expect(pairs).toMatchObject([
      { uid, reason: 'same-phone', left: { maskedName: '王**' }, right: { maskedPhone: '100****4444' } },
    ])
    expect(JSON.stringify(pairs)).not.toContain('fields')
  })

  test('P2: field beside field is seen on asking alone, masked, with a link of the audit for each of the two people', () => {
    const pairUid = branch.pair(older.id, newer.id)
    const { left } = branch.engine.run('customers.comparePair', { pairUid })
    expect(left.find((field) => field.field === 'phone')?.text).toBe('100****2222')
    expect(
      branch.engine.connection
        .statement(`SELECT customer_uid FROM audit WHERE action = 'customers.comparePair' ORDER BY seq`)
        .all(),
    ).toEqual([{ customer_uid: older.uid }, { customer_uid: newer.uid }])
  })

  test('P2: comparing counts against the daily cap like opening', () => {
    branch.engine.run('settings.save', {
      settings: { ...branch.engine.run('settings.get', {}), dailyViewCap: 1 },
    })
    const pairUid = branch.pair(older.id, newer.id)
    expect(() => branch.engine.run('customers.comparePair', { pairUid })).toThrowError(
      'customers.viewCapReached',
    )
  })

  test('"different people" can be taken back: the question is open again, once', () => {
    const pairUid = branch.pair(older.id, newer.id)
    decide(pairUid, 'different')
    branch.engine.run('customers.undoDifferent', { pairUid })
    expect(branch.engine.run('customers.duplicates', {}).pairs.map(({ uid }) => uid)).toEqual([pairUid])
    expect(() => branch.engine.run('customers.undoDifferent', { pairUid })).toThrowError('customers.notFound')
  })

  test('a pair that was answered is gone and cannot be answered again', () => {
    const uid = branch.pair(older.id, newer.id)
    decide(uid, 'different')
    expect(branch.engine.run('customers.duplicates', {})).toEqual({ pairs: [], open: 0 })
    expect(() => decide(uid, 'same')).toThrowError('customers.notFound')
    expect(aumOf(older)).toBe(4_000_000)
  })
})

describe('a merge', () => {
  test('makes one person of two: one line in a search, by the keys of both, with the assets of both', () => {
    expect(decide(branch.pair(older.id, newer.id), 'same')).toEqual({ keptUid: older.uid })
    for (const text of ['2222', '4444', '2345', '王健国', '王建国', 'C0000003', 'wjg']) {
      const { lines } = branch.engine.run('customers.search', { text })
      expect(
        lines.map((line) => line.uid),
        text,
      ).toEqual([older.uid])
    }
    expect(branch.engine.run('customers.open', { uid: newer.uid })).toMatchObject({
      uid: older.uid,
      tier: 'preferred',
      facts: { aumFen: 7_000_000, largest90dFen: 2_000, lastActiveOn: '2026-11-01' },
      mergedRecords: [{ uid: newer.uid, reason: 'same-phone' }],
    })
  })

  test('is in the audit with both people and the reason, without a name', () => {
    decide(branch.pair(older.id, newer.id), 'same')
    const row = branch.engine.connection
      .statement<{ customer_uid: string; detail: string }>(
        'SELECT customer_uid, detail FROM audit ORDER BY seq DESC LIMIT 1',
      )
      .get()
    expect(row?.customer_uid).toBe(older.uid)
    expect(JSON.parse(row?.detail ?? '')).toEqual({
      decision: 'same',
      reason: 'same-phone',
      other: newer.uid,
    })
  })

  test('taken back leaves everything as it was', () => {
    const uid = branch.pair(older.id, newer.id)
    const before = everything()
    decide(uid, 'same')
    expect(everything()).not.toEqual(before)
    branch.engine.run('customers.undoMerge', { uid: newer.uid })
    expect(everything()).toEqual(before)
    expect([aumOf(older), aumOf(newer)]).toEqual([4_000_000, 3_000_000])
  })

  test('of a person who had taken others in keeps chains one step long, and taken back gives them back', () => {
    const third = branch.add({ name: '王健囯', phone: '10055556666' })
    branch.refresh()
    const inner = branch.pair(newer.id, third.id)
    const outer = branch.pair(older.id, newer.id)
    const apart = everything()
    decide(inner, 'same')
    const innerOnly = everything()
    decide(outer, 'same')
    const roots = branch.engine.connection
      .statement<{ root: number }>(
        'SELECT DISTINCT merged_into AS root FROM customer WHERE merged_into IS NOT NULL',
      )
      .all()
    expect(roots).toEqual([{ root: older.id }])
    branch.engine.run('customers.undoMerge', { uid: newer.uid })
    expect(everything()).toEqual(innerOnly)
    branch.engine.run('customers.undoMerge', { uid: third.uid })
    expect(everything()).toEqual(apart)
  })

  test('answers the other open questions between the same two people, and taken back asks them again', () => {
    const third = branch.add({ name: '王三' })
    branch.refresh()
    decide(branch.pair(newer.id, third.id), 'same')
    branch.pair(older.id, third.id)
    const before = everything()
    decide(branch.pair(older.id, newer.id), 'same')
    expect(branch.engine.run('customers.duplicates', {}).open).toBe(0)
    branch.engine.run('customers.undoMerge', { uid: newer.uid })
    expect(branch.engine.run('customers.duplicates', {}).open).toBe(2)
    expect(JSON.stringify(before)).toContain('"open"')
  })

  test('that an import had made by itself is remembered as different once it is taken back', () => {
    const { connection } = branch.engine
    connection
      .statement(`UPDATE customer SET merged_into = ?, merge_reason = 'same-id' WHERE id = ?`)
      .run(older.id, newer.id)
    branch.engine.run('customers.undoMerge', { uid: newer.uid })
    expect(connection.statement('SELECT left_id, right_id, state, reason FROM duplicate_pair').all()).toEqual(
      [{ left_id: older.id, right_id: newer.id, state: 'different', reason: 'same-id' }],
    )
  })

  test('cannot be taken back where there was none', () => {
    expect(() => branch.engine.run('customers.undoMerge', { uid: newer.uid })).toThrowError(
      'customers.notMerged',
    )
    const unknown = '00000000-0000-7000-8000-999999999999'
    expect(() => branch.engine.run('customers.undoMerge', { uid: unknown })).toThrowError(
      'customers.notFound',
    )
  })

  test('tells the windows whose rows they show', () => {
    decide(branch.pair(older.id, newer.id), 'same')
    expect(branch.engine.lastTables()).toEqual(
      expect.arrayContaining(['customer', 'customer_facts', 'duplicate_pair', 'audit']),
    )
  })
})
