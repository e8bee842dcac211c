import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdFolder, requireUnheld } from '../../../src/main/vault/folder-lock.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { OtherProcesses, sleepOver } from '../../support/vault/other-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-lock-'))
})
const others = new OtherProcesses()
afterEach(() => {
  others.end()
  rmSync(folder, { recursive: true, force: true })
})

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
    const { letGo } = holdFolder(folder, 'founding')
    expect(readdirSync(folder)).toEqual(['folder.lock'])
    expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} founding \\S+$`))
    // Whoever holds it opens the branch itself.
    requireUnheld(folder)
    expect(() => holdFolder(folder, 'restoring')).toThrow(new AppError('session.beingFounded'))
    letGo()
    expect(readdirSync(folder)).toEqual([])
  }
})

test('a process number that another program has since holds nothing after five silent minutes', () => {
  writeFileSync(lock(), `${process.ppid} founding`)
  sleepOver(lock())
  requireUnheld(folder)
  holdFolder(folder, 'restoring').letGo()
})

test('an empty one was made a moment ago and is somebody’s, until it has been silent', () => {
  writeFileSync(lock(), '')
  expect(() => holdFolder(folder, 'restoring')).toThrow(new AppError('session.beingFounded'))
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(lock(), longAgo, longAgo)
  holdFolder(folder, 'restoring').letGo()
})

test('one whose time lies ahead of the file system’s is not held for ever: the clock was set back since', () => {
  writeFileSync(lock(), `${process.ppid} founding`)
  const ahead = new Date(Date.now() + 24 * 60 * 60_000)
  utimesSync(lock(), ahead, ahead)
  holdFolder(folder, 'restoring').letGo()
})

test('a holder that slept and was taken over touches nothing of its successor’s, and goes no further', async () => {
  let beat = () => undefined
  const hold = holdFolder(folder, 'changing-key', (work) => {
    beat = () => void work()
    return () => undefined
  })
  expect(await others.takesFolder(folder)).toBe('session.keyBeingChanged')
  sleepOver(lock())
  expect(await others.takesFolder(folder)).toBe('held')
  const successors = readFileSync(lock(), 'utf8')
  expect(successors).toMatch(/^\d+ restoring \S+$/)
  beat()
  expect(readFileSync(lock(), 'utf8')).toBe(successors)
  expect(() => requireUnheld(folder)).toThrow(new AppError('session.beingRestored'))
  expect(() => hold.requireOwn()).toThrow(new AppError('session.beingRestored'))
  hold.letGo()
  expect(readFileSync(lock(), 'utf8')).toBe(successors)
  expect(() => holdFolder(folder, 'founding')).toThrow(new AppError('session.beingRestored'))
})

test('a holder that slept and was not taken over goes on, and nobody takes it from it then', async () => {
  const hold = holdFolder(folder, 'changing-key', () => () => undefined)
  sleepOver(lock())
  hold.requireOwn()
  expect(await others.takesFolder(folder)).toBe('session.keyBeingChanged')
  hold.letGo()
  expect(readdirSync(folder)).toEqual([])
  expect(() => hold.requireOwn()).toThrow(new AppError('engine.busy'))
})
