import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ListSheet } from '../../../src/shared/contract/lists.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { BranchPeople } from '../../support/customers/branch-people.ts'
import { HEAD } from '../../support/engine/open-engine.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

const TELLER: SessionStaff = { no: '1001', name: '孙甜', role: 'teller' }
const OTHER: SessionStaff = { no: '1002', name: '周静', role: 'teller' }

const audited = (action: string) =>
  branch.engine.connection
    .statement<{ staffNo: string; customerUid: string | null; detail: string }>(
      `SELECT staff_no AS staffNo, customer_uid AS customerUid, detail FROM audit WHERE action = ? ORDER BY seq`,
    )
    .all(action)
const count = (table: string) =>
  branch.engine.connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n

/** The customers on a sheet, in its order. */
function uidsOn(sheet: ListSheet): string[] {
  if (sheet.list !== 'customers') throw new Error('a list of customers was printed')
  return sheet.rows.map(({ uid }) => uid)
}

test('a draft is the list as the screen has it, and takes no number', () => {
  const [poor, rich, middle] = [1, 9, 5].map((ten) =>
    branch.add({ name: `王${ten}`, phone: `1380000${ten}234`, balanceFen: ten * 1_000_000 }),
  )
  branch.refresh()
  const shows = {
    list: 'customers',
    asked: { sort: 'assets', reversed: true },
    columns: ['owner', 'reason'],
  } as const
  const draft = branch.engine.run('lists.draftSheet', { ...shows, columns: [...shows.columns] }, TELLER)
  const { lines } = branch.engine.run('customers.browse', shows.asked, TELLER)
  expect(draft.rows).toEqual(lines)
  expect(uidsOn(draft)).toEqual([poor?.uid, middle?.uid, rich?.uid])
  expect(draft).toMatchObject({
    print: { printNo: null, kind: 'customers', ownerNo: TELLER.no, rowCount: 3, shredBy: '2026-11-27' },
    shows: { list: 'customers', asked: { sort: 'assets', reversed: true }, columns: ['owner', 'reason'] },
    total: { people: 3, orMore: false },
  })
  expect(count('list_print')).toBe(0)
  expect(audited('lists.draftSheet')).toEqual([
    { staffNo: TELLER.no, customerUid: null, detail: JSON.stringify({ list: 'customers', rows: 3 }) },
  ])
})

test('P2: with its number a list names everybody on it in the audit, how many, and what it shows stays', () => {
  const first = branch.add({ name: '王一', balanceFen: 900 })
  const second = branch.add({ name: '王二', balanceFen: 800 })
  branch.refresh()
  const print = branch.engine.run(
    'lists.freezeSheet',
    { list: 'customers', asked: {}, columns: ['contact'] },
    TELLER,
  )
  expect(print).toMatchObject({ printNo: 1, kind: 'customers', printedByNo: TELLER.no, rowCount: 2 })
  const detail = JSON.stringify({ printNo: 1, list: 'customers', rows: 2, people: 2 })
  expect(audited('lists.freezeSheet')).toEqual(
    [first, second].map(({ uid }) => ({ staffNo: TELLER.no, customerUid: uid, detail })),
  )
  // Who comes later, or has become richer, changes nothing on a numbered list.
  branch.add({ name: '王三', balanceFen: 1_000 })
  branch.account(second.id, { kind: 'demand', balanceFen: 100_000 })
  branch.refresh()
  const sheet = branch.engine.run('lists.sheet', { printNo: 1 }, TELLER)
  expect(uidsOn(sheet)).toEqual([first.uid, second.uid])
  expect(sheet).toMatchObject({ shows: { columns: ['contact'] }, total: { people: 2, orMore: false } })
  expect(branch.engine.run('followups.prints', {}, TELLER)).toEqual([print])
})

test('a printed list is read by who printed it and by who shares out the work', () => {
  branch.add({ name: '王一' })
  branch.refresh()
  branch.engine.run('lists.freezeSheet', { list: 'customers', asked: {}, columns: [] }, TELLER)
  expect(() => branch.engine.run('lists.sheet', { printNo: 1 }, OTHER)).toThrowError('call.notAllowed')
  expect(branch.engine.run('lists.sheet', { printNo: 1 }, HEAD).rows).toHaveLength(1)
  expect(() => branch.engine.run('lists.sheet', { printNo: 2 }, HEAD)).toThrowError('followups.notFound')
})

test('printing it again is recorded for everybody on it', () => {
  const one = branch.add({ name: '王一' })
  branch.refresh()
  branch.engine.run('lists.freezeSheet', { list: 'customers', asked: {}, columns: [] }, TELLER)
  branch.engine.runner.run('followups.recordReprint', { printNo: 1 }, TELLER)
  expect(audited('followups.recordReprint').map(({ customerUid }) => customerUid)).toEqual([one.uid])
})

test('two who turned out to be one person since stand on a numbered list once', () => {
  const [kept, gone, other] = ['王一', '王二', '王三'].map((name) => branch.add({ name }))
  branch.refresh()
  branch.engine.run('lists.freezeSheet', { list: 'customers', asked: {}, columns: [] }, TELLER)
  branch.engine.connection
    .statement('UPDATE customer SET merged_into = ? WHERE id = ?')
    .run(kept?.id ?? 0, gone?.id ?? 0)
  expect(uidsOn(branch.engine.run('lists.sheet', { printNo: 1 }, TELLER))).toEqual([kept?.uid, other?.uid])
})

test('of a long list the first 300 go on paper, and it says how many there are', () => {
  for (let number = 0; number < 320; number++) branch.add({ name: '王一', balanceFen: number * 100 })
  branch.refresh()
  const { rows, total } = branch.engine.run(
    'lists.draftSheet',
    { list: 'customers', asked: {}, columns: [] },
    TELLER,
  )
  expect(rows).toHaveLength(300)
  expect(total).toEqual({ people: 320, orMore: false })
  expect(
    branch.engine.run('lists.freezeSheet', { list: 'customers', asked: {}, columns: [] }, TELLER).rowCount,
  ).toBe(300)
  expect(branch.engine.run('lists.sheet', { printNo: 1 }, TELLER).total.people).toBe(320)
})

test('nobody on the list, nothing on paper and no number', () => {
  branch.add({ name: '王一' })
  branch.refresh()
  const shows = { list: 'customers' as const, asked: { tier: 'high-net-worth' as const }, columns: [] }
  expect(() => branch.engine.run('lists.freezeSheet', shows, TELLER)).toThrowError('lists.empty')
  expect(count('list_print')).toBe(0)
})
