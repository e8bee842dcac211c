import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ForgetfulDisk, type Survival } from './layer/forgetful-disk.ts'
import type { Step } from './layer/steps.ts'

const NOTHING: Survival = { files: 0, names: 'none' }
const SECTOR = 512

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'huiyan-disk-')))
  mkdirSync(join(root, 'stage'))
  writeFileSync(join(root, 'kept'), 'kept')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string) => (name === '' ? root : join(root, name))
const made = (name: string, inode = 1n): Step => ({ kind: 'made', path: at(name), inode })
const wrote = (text: string, inode = 1n): Step => ({ kind: 'wrote', inode, at: 0, bytes: Buffer.from(text) })
const synced = (inode = 1n): Step => ({ kind: 'synced', inode })
const folderSynced = (name: string): Step => ({ kind: 'folder-synced', path: at(name) })
const moved = (name: string, to: string): Step => ({ kind: 'moved', path: at(name), to: at(to) })
const gone = (name: string): Step => ({ kind: 'gone', path: at(name) })

/** What is in a file after the steps and a power cut; null where there is no such file. */
function leftOf(steps: readonly Step[], name: string, survival = NOTHING, draws: readonly number[] = []) {
  const disk = new ForgetfulDisk(root)
  for (const step of steps) disk.play(step)
  const left = mkdtempSync(join(tmpdir(), 'huiyan-left-'))
  let draw = 0
  disk.writeAfterCut(left, survival, () => draws[draw++] ?? 0)
  const path = join(left, name)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null
  rmSync(left, { recursive: true })
  return text
}

describe('a disk that keeps only what was flushed', () => {
  it('has everything that was there before', () => {
    expect(leftOf([], 'kept')).toBe('kept')
  })

  it('needs the folder’s flush for the name, and the file’s for the content', () => {
    const written = [made('new'), wrote('text')]
    expect(leftOf([...written, synced()], 'new')).toBe(null)
    expect(leftOf([...written, folderSynced('')], 'new')).toBe('')
    expect(leftOf([...written, synced(), folderSynced('')], 'new')).toBe('text')
  })

  it('has the old name or the new one after a move, and both folders’ flush makes it sure', () => {
    const staged = [made('stage/new'), wrote('text'), synced(), folderSynced('stage')]
    const move = [...staged, moved('stage/new', 'kept')]
    expect(leftOf(move, 'kept')).toBe('kept')
    expect(leftOf([...move, folderSynced('')], 'kept')).toBe('kept')
    expect(leftOf([...move, folderSynced('')], 'stage/new')).toBe('text')
    expect(leftOf([...move, folderSynced(''), folderSynced('stage')], 'kept')).toBe('text')
    expect(leftOf([...move, folderSynced(''), folderSynced('stage')], 'stage/new')).toBe(null)
  })

  it('gives a removed file back until the folder was flushed', () => {
    expect(leftOf([gone('kept')], 'kept')).toBe('kept')
    expect(leftOf([gone('kept'), folderSynced('')], 'kept')).toBe(null)
  })

  it('keeps each sector of an unflushed write for itself', () => {
    const text = 'a'.repeat(SECTOR) + 'b'.repeat(SECTOR)
    const steps = [made('new'), folderSynced(''), wrote(text)]
    const halves = leftOf(steps, 'new', { files: 0.5, names: 'none' }, [0.9, 0.1])
    expect(halves).toBe('\0'.repeat(SECTOR) + 'b'.repeat(SECTOR))
  })

  it('never keeps a change of a name without the one before it', () => {
    const steps = [made('new'), wrote('text'), synced(), moved('new', 'newest')]
    // The first draw is of how many survive; the move is kept, the making is not, and comes along.
    expect(leftOf(steps, 'newest', { files: 1, names: 'any' }, [0, 0.9, 0.1])).toBe('text')
  })

  it('keeps the first changes of names as a journal does', () => {
    const steps = [made('one'), made('two', 2n)]
    const half: Survival = { files: 1, names: 'first' }
    expect(leftOf(steps, 'one', half, [0.5])).toBe('')
    expect(leftOf(steps, 'two', half, [0.5])).toBe(null)
  })
})
