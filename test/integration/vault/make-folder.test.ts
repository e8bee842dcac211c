import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from '../../../src/main/vault/durable-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder and the missing ones above it are made for the owner alone, and once more does no harm', () => {
  const deep = join(folder, 'a', 'b', 'c')
  makeFolder(deep)
  makeFolder(deep)
  expect(statSync(deep).isDirectory()).toBe(true)
  expect(statSync(join(folder, 'a')).mode & 0o077).toBe(0)
})

test.runIf(existsSync('/proc/self'))('a place that takes no folders is refused at once', () => {
  expect(() => makeFolder('/proc/x/y')).toThrowError('engine.readOnly')
})

test('a file in the way is refused', () => {
  writeFileSync(join(folder, 'a'), '')
  expect(() => makeFolder(join(folder, 'a', 'b'))).toThrowError()
})
