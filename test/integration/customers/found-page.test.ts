import { afterEach, beforeEach, expect, test } from 'vitest'
import { BranchPeople } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

test('a result pages on to everybody whom the text finds, in the order of the box, with how many they are', () => {
  for (let count = 0; count < 23; count++)
    branch.add({ name: `王${'一二三'[count % 3]}`, balanceFen: count * 100 })
  branch.add({ name: '李四' })
  branch.refresh()
  const box = branch.engine.run('customers.search', { text: '王', limit: 50 }).lines.map(({ uid }) => uid)
  expect(box).toHaveLength(23)
  const uids: string[] = []
  let cursor: string | null = null
  do {
    const page: { lines: readonly { uid: string }[]; nextCursor: string | null; total: unknown } =
      branch.engine.run('customers.found', { text: '王', cursor, limit: 5 })
    expect(page.total).toEqual(cursor === null ? { people: 23, orMore: false } : null)
    uids.push(...page.lines.map(({ uid }) => uid))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(uids).toEqual(box)
  expect(branch.engine.run('customers.countFound', { text: '王' })).toEqual({ people: 23, orMore: false })
  expect(branch.engine.run('customers.countFound', { text: '张' })).toEqual({ people: 0, orMore: false })
})

test('who drew the ticket that was typed stands first, once', () => {
  const holder = branch.add({ name: '王一', phone: '13800000017' })
  branch.refresh()
  branch.engine.run('lobby.arrive', {
    ticket: 'A017',
    business: 'cash',
    who: { kind: 'customer', customerUid: holder.uid },
  })
  const page = branch.engine.run('customers.found', { text: 'A017' })
  expect(page.ticket).toMatchObject({ ticket: 'A017', customerUid: holder.uid })
  expect(page.lines.map(({ uid, matched }) => [uid, matched])).toEqual([[holder.uid, 'ticket']])
})

test('refuses to go on after somebody whom the text does not find', () => {
  const { uid } = branch.add({ name: '李四' })
  branch.refresh()
  expect(() => branch.engine.run('customers.found', { text: '王', cursor: uid })).toThrowError(
    'call.badInput',
  )
})
