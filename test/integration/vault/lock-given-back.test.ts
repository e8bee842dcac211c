import type * as fs from 'node:fs'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeLock, wordOfHolder } from '../../../src/main/vault/lock-file.ts'

/** What happens between the look at a dead lock and its taking away; and whether the file system knows second names. */
const between = vi.hoisted(() => ({ looked: () => {}, renamed: () => {}, links: true }))
/** How often the folder was asked what time it is. */
const asked = vi.hoisted(() => ({ times: 0 }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  return {
    ...real,
    writeFileSync: (...args: Parameters<typeof real.writeFileSync>) => {
      if (String(args[0]).endsWith('.probe')) asked.times++
      real.writeFileSync(...args)
    },
    renameSync: (from: string, to: string) => {
      if (to.includes('.dead.')) between.looked()
      real.renameSync(from, to)
      if (to.includes('.dead.')) between.renamed()
    },
    linkSync: (from: string, to: string) => {
      if (between.links) real.linkSync(from, to)
      else throw Object.assign(new Error('no links here'), { code: 'EPERM' })
    },
  }
})

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-given-back-'))
  path = join(folder, 'folder.lock')
  writeFileSync(path, '99999999 founding of-a-dead-one')
})
afterEach(() => {
  Object.assign(between, { looked: () => {}, renamed: () => {}, links: true })
  rmSync(folder, { recursive: true, force: true })
})

const LIVING = `${process.ppid} restoring of-a-living-one`

test.each([true, false])(
  'one that another process took a moment before stays the other’s (second names: %s)',
  (links) => {
    between.links = links
    between.looked = () => writeFileSync(path, LIVING)
    expect(takeLock(path, 'founding')).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe(LIVING)
    expect(wordOfHolder(path)).toBe('restoring')
    expect(readdirSync(folder)).toEqual(['folder.lock'])
  },
)

test.each([true, false])('a silent holder that wakes a moment before keeps its lock (%s)', (links) => {
  writeFileSync(path, LIVING)
  const longAgo = new Date(Date.now() - 6 * 60_000)
  utimesSync(path, longAgo, longAgo)
  between.links = links
  // Its sign of life.
  between.looked = () => writeFileSync(path, LIVING)
  expect(takeLock(path, 'founding')).toBeNull()
  expect(readFileSync(path, 'utf8')).toBe(LIVING)
})

test.each([true, false])('a third that was quicker with the name is not pushed aside (%s)', (links) => {
  const third = `${process.ppid} changing-key of-a-third`
  between.links = links
  between.looked = () => writeFileSync(path, LIVING)
  between.renamed = () => writeFileSync(path, third)
  expect(takeLock(path, 'founding')).toBeNull()
  expect(readFileSync(path, 'utf8')).toBe(third)
})

test('a look at another’s lock asks the folder’s time once a second, because that makes a file', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    writeFileSync(path, LIVING)
    asked.times = 0
    for (let look = 0; look < 50; look++) expect(takeLock(path, 'founding')).toBeNull()
    expect(asked.times).toBe(1)
    vi.advanceTimersByTime(1_000)
    for (let look = 0; look < 50; look++) expect(takeLock(path, 'founding')).toBeNull()
    expect(asked.times).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})
