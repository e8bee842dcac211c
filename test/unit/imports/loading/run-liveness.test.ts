import { expect, test } from 'vitest'
import { isAlive, markAtWork, markLeft } from '../../../../src/main/features/imports/loading/run.ts'

const NOW = 1_800_000_000_000
const SIX_MINUTES = 6 * 60_000

test('a run of this process lives exactly as long as the thread is at it', () => {
  const run = { uid: 'run-1', ownerProcess: process.pid, heartbeatAt: NOW }
  expect(isAlive(run, NOW)).toBe(false)
  markAtWork('run-1')
  expect(isAlive(run, NOW + SIX_MINUTES)).toBe(true)
  markLeft('run-1')
  expect(isAlive(run, NOW)).toBe(false)
})

test('a run of another process lives while it exists and beats', () => {
  const run = { uid: 'run-2', ownerProcess: process.ppid, heartbeatAt: NOW }
  expect(isAlive(run, NOW)).toBe(true)
  // The number may belong to another program by now.
  expect(isAlive(run, NOW + SIX_MINUTES)).toBe(false)
})
