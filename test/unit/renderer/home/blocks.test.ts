import { expect, test } from 'vitest'
import { blocksOf } from '../../../../src/renderer/features/home/blocks.ts'
import type { HomeView } from '../../../../src/shared/contract/home.ts'

const DUE = { overdue: 2, today: 3 }
const VIEW: HomeView = {
  followups: DUE,
  leads: { overdue: 0, today: 4 },
  lobby: { waiting: 5, firstAt: 1 },
  referrals: { waiting: 6, nearestAt: null },
  branch: null,
  lastDay: { on: '2026-11-20', contacts: 0, flagged: 0, won: 0, leads: 0 },
  unseenNotices: 7,
}

test('X3: a digit keeps its block: what is one’s own comes first, the branch’s after it', () => {
  const own = blocksOf(VIEW)
  const withBranch = blocksOf({
    ...VIEW,
    branch: { followups: DUE, referrals: { waiting: 8, nearestAt: null } },
  })
  expect(withBranch.slice(0, own.length)).toEqual(own)
  expect(withBranch.map(({ figure }) => figure)).toEqual([2, 3, 5, 6, 4, 7, 2, 8])
  expect(withBranch.length).toBeLessThanOrEqual(9)
})

test('only what is overdue is marked as late', () => {
  expect(blocksOf(VIEW).flatMap(({ name, late }) => (late ? [name] : []))).toEqual(['overdue'])
})

test('a block of referrals opens just those that it counts', () => {
  const blocks = blocksOf({ ...VIEW, branch: { followups: DUE, referrals: { waiting: 8, nearestAt: null } } })
  const targets = blocks.flatMap(({ name, target }) =>
    target.to === 'referrals' ? [[name, target.view, target.state]] : [],
  )
  expect(targets).toEqual([
    ['referrals', 'to-do', 'offered'],
    ['branch-referrals', 'all', 'offered'],
  ])
})
