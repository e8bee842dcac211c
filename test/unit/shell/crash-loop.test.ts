import { expect, test } from 'vitest'
import { CrashLoop } from '../../../src/main/shell/crash-loop.ts'

test('the third crash within a minute stops the loop', () => {
  const loop = new CrashLoop()
  expect([0, 30_000, 59_999].map((at) => loop.crashed(at))).toEqual([false, false, true])
})

test('crashes that lie a minute apart are brought back for ever', () => {
  const loop = new CrashLoop()
  expect([0, 30_000, 60_000, 90_000, 120_000].some((at) => loop.crashed(at))).toBe(false)
})

test('a window that is tried again by hand has its three once more', () => {
  const loop = new CrashLoop()
  for (const at of [0, 1, 2]) loop.crashed(at)
  loop.forget()
  expect([3, 4, 5].map((at) => loop.crashed(at))).toEqual([false, false, true])
})
