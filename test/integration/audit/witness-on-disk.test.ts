import type * as fs from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** What was asked of the disk, in its order. */
const steps = vi.hoisted(() => ({ seen: Array.of<string>() }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  const kindOf = (file: number) => (real.fstatSync(file).isDirectory() ? 'folder' : 'file')
  return {
    ...real,
    writeSync: (file: number, text: string, at: number) => {
      steps.seen.push('write')
      return real.writeSync(file, text, at)
    },
    fsyncSync: (file: number) => {
      steps.seen.push(`flush ${kindOf(file)}`)
      real.fsyncSync(file)
    },
  }
})

// What the setup of the project has loaded already would keep the real disk.
vi.resetModules()
const { WITNESS_FILE, WitnessFile } = await import('../../../src/main/engine/chain/witness-file.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-on-disk-'))
  steps.seen.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const witness = (seq: number) => ({ seq, hash: 'a'.repeat(64), at: seq })

test('the first witness of a file is on the disk, with its name, before anything goes on; later ones wait for nothing', () => {
  const path = join(folder, WITNESS_FILE)
  const first = WitnessFile.open(path)
  first.write(witness(1))
  expect(steps.seen).toEqual([
    'write',
    'flush file',
    ...(process.platform === 'win32' ? [] : ['flush folder']),
  ])
  steps.seen.length = 0
  first.write(witness(2))
  first.close()
  const again = WitnessFile.open(path)
  again.write(witness(3))
  again.close()
  expect(steps.seen).toEqual(['write', 'write'])
})
