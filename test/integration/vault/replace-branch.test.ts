import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Rename, replaceBranch, settleReplacement } from '../../../src/main/vault/replace-branch.ts'

/** Moves: five old files aside, two new ones in. */
const MOVES = 7
const OLD_FILES = ['branch.db', 'branch.db-shm', 'branch.db-wal', 'open-99999999.marker', 'vault.json']
const ORDER = { stage: 'restoring-1-abc', aside: 'damaged-20261130T000000Z' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-replace-'))
  for (const name of OLD_FILES) writeFileSync(join(folder, name), `old ${name}`)
  writeFileSync(join(folder, 'device.key'), 'key')
  mkdirSync(join(folder, ORDER.stage))
  for (const name of ['branch.db', 'vault.json'])
    writeFileSync(join(folder, ORDER.stage, name), `new ${name}`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const holds = () =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
const OLD = { ...Object.fromEntries(OLD_FILES.map((name) => [name, `old ${name}`])), 'device.key': 'key' }
const NEW = { 'branch.db': 'new branch.db', 'vault.json': 'new vault.json', 'device.key': 'key' }

/** Fails at the given move, once or from then on, as a drive or a killed process does. */
function failing(at: number, until: number): Rename {
  let moves = 0
  return (from, to) => {
    moves += 1
    if (moves >= at && moves < until) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    renameSync(from, to)
  }
}

const each = Array.from({ length: MOVES }, (_, move) => move + 1)

describe('a branch that takes another’s place (a restore)', () => {
  test('is there whole, and the old one is kept aside', () => {
    replaceBranch(folder, ORDER)
    expect(holds()).toEqual(NEW)
    expect(readdirSync(join(folder, ORDER.aside)).sort()).toEqual(OLD_FILES)
    expect(existsSync(join(folder, ORDER.stage))).toBe(false)
  })

  test.each(each)('is not there at all where move %i fails: the old one is as it was', (move) => {
    expect(() => replaceBranch(folder, ORDER, failing(move, move + 1))).toThrow('EIO')
    expect(holds()).toEqual(OLD)
    expect(existsSync(join(folder, ORDER.aside))).toBe(false)
  })

  test.each(each)(
    'is one of the two, whole, after nothing could be moved from move %i on and a new start',
    (move) => {
      expect(() => replaceBranch(folder, ORDER, failing(move, Number.POSITIVE_INFINITY))).toThrow('EIO')
      settleReplacement(folder)
      expect(holds()).toEqual(OLD)
      settleReplacement(folder)
      expect(holds()).toEqual(OLD)
    },
  )

  test.each(each)('is finished by the next start where the process was killed before move %i', (move) => {
    const moves: (() => void)[] = []
    const elsewhere = mkdtempSync(join(tmpdir(), 'huiyan-order-'))
    try {
      replaceBranch(folder, ORDER, (from, to) => {
        if (moves.length === move - 1)
          writeFileSync(join(elsewhere, 'seen'), readFileSync(join(folder, 'replacing.json')))
        moves.push(() => renameSync(from, to))
        renameSync(from, to)
      })
      expect(moves).toHaveLength(MOVES)
      const seen = readFileSync(join(elsewhere, 'seen'), 'utf8')
      rmSync(folder, { recursive: true })
      mkdirSync(join(folder, ORDER.stage), { recursive: true })
      mkdirSync(join(folder, ORDER.aside))
      for (const name of OLD_FILES) writeFileSync(join(folder, name), `old ${name}`)
      writeFileSync(join(folder, 'device.key'), 'key')
      for (const name of ['branch.db', 'vault.json'])
        writeFileSync(join(folder, ORDER.stage, name), `new ${name}`)
      writeFileSync(join(folder, 'replacing.json'), seen)
      for (const again of moves.slice(0, move - 1)) again()
      settleReplacement(folder)
      expect(holds()).toEqual(NEW)
      expect(readdirSync(join(folder, ORDER.aside)).sort()).toEqual(OLD_FILES)
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  test('is left alone while another process does it', () => {
    writeFileSync(
      join(folder, 'replacing.json'),
      JSON.stringify({ pid: process.ppid, ...ORDER, direction: 'forward' }),
    )
    settleReplacement(folder)
    expect(existsSync(join(folder, ORDER.stage))).toBe(true)
    expect(existsSync(join(folder, ORDER.aside))).toBe(false)
  })
})
