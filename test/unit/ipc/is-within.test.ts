import { posix, win32 } from 'node:path'
import { expect, test } from 'vitest'
import { isWithin } from '../../../src/main/ipc/tasks/arrivals.ts'

test.each([
  ['/srv/huiyan', '/srv/huiyan', true],
  ['/srv/huiyan', '/srv/huiyan/', true],
  ['/srv/huiyan', '/srv/huiyan/rejects', true],
  ['/srv/huiyan', '/srv/huiyan/../huiyan', true],
  ['/srv/huiyan', '/srv/huiyan-queue', false],
  ['/srv/huiyan', '/srv', false],
  ['/srv/huiyan', '/srv/..huiyan', false],
  ['/srv/huiyan', '/srv/huiyan/..queue', true],
])('of %s, %s: %s', (folder, path, within) => {
  expect(isWithin(folder, path, posix)).toBe(within)
})

test.each([
  ['C:\\Data\\Huiyan', 'c:\\data\\huiyan', true],
  ['C:\\Data\\Huiyan', 'C:\\DATA\\HUIYAN\\Rejects', true],
  ['C:\\Data\\Huiyan', 'C:\\Data\\Queue', false],
  ['C:\\Data\\Huiyan', 'D:\\Data\\Huiyan', false],
])('on Windows, of %s, %s: %s', (folder, path, within) => {
  expect(isWithin(folder, path, win32)).toBe(within)
})
