import { expect, test } from 'vitest'
import { keptSession, type OpenSession } from '../../../src/renderer/ipc/session.tsx'

const BRANCH = { name: '测试网点', demo: false }
const ANN = { no: '1001', name: '许小满', role: 'teller' } as const
const BEN = { no: '1002', name: '李敏', role: 'lobby' } as const
const open: OpenSession = { state: 'open', branch: BRANCH, staff: ANN, todayOn: '2026-11-20' }

test('the lock keeps the session of the same person, and an unlocked one takes its place', () => {
  expect(keptSession(open, { state: 'locked', branch: BRANCH, staff: ANN })).toBe(open)
  const tomorrow: OpenSession = { ...open, todayOn: '2026-11-21' }
  expect(keptSession(open, tomorrow)).toBe(tomorrow)
})

test('nothing is kept for anybody else, nor for a page that was loaded behind the lock', () => {
  expect(keptSession(open, { state: 'locked', branch: BRANCH, staff: BEN })).toBeNull()
  expect(keptSession(open, { state: 'signed-out', branchName: BRANCH.name })).toBeNull()
  expect(keptSession(open, { state: 'passphrase-due', branch: BRANCH, staff: ANN })).toBeNull()
  expect(keptSession(open, { state: 'no-branch' })).toBeNull()
  expect(keptSession(open, null)).toBeNull()
  expect(keptSession(null, { state: 'locked', branch: BRANCH, staff: ANN })).toBeNull()
})
