import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdFolder, requireUnheld } from '../../../src/main/vault/folder-lock.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = () => join(folder, 'folder.lock')
const NOBODY = 99_999_999

test.each([
  ['founding', 'session.beingFounded'],
  ['restoring', 'session.beingRestored'],
  ['changing-key', 'session.keyBeingChanged'],
] as const)(
  'a folder in which another process is %s is left alone, and that is what is told',
  (work, code) => {
    writeFileSync(lock(), `${process.ppid} ${work}`)
    expect(() => holdFolder(folder, 'founding')).toThrow(new AppError(code))
    expect(() => requireUnheld(folder)).toThrow(new AppError(code))
    expect(readdirSync(folder)).toEqual(['folder.lock'])
  },
)

test('one that a killed process held is taken over, and nothing is left afterwards', () => {
  for (const dead of [`${NOBODY} restoring`, `${process.pid} founding`]) {
    writeFileSync(lock(), dead)
    requireUnheld(folder)
    const letGo = holdFolder(folder, 'founding')
    expect(readdirSync(folder)).toEqual(['folder.lock'])
    expect(readFileSync(lock(), 'utf8')).toBe(`${process.pid} founding`)
    // Whoever holds it opens the branch itself.
    requireUnheld(folder)
    expect(() => holdFolder(folder, 'restoring')).toThrow(new AppError('session.beingFounded'))
    letGo()
    expect(readdirSync(folder)).toEqual([])
  }
})

test('a process number that another program has since holds nothing after five silent minutes', () => {
  writeFileSync(lock(), `${process.ppid} founding`)
  const longAgo = new Date(Date.now() - 6 * 60_000)
  utimesSync(lock(), longAgo, longAgo)
  requireUnheld(folder)
  holdFolder(folder, 'restoring')()
})

test('an empty one was made a moment ago and is somebody’s, until it has been silent', () => {
  writeFileSync(lock(), '')
  expect(() => holdFolder(folder, 'restoring')).toThrow(new AppError('session.beingFounded'))
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(lock(), longAgo, longAgo)
  holdFolder(folder, 'restoring')()
})
