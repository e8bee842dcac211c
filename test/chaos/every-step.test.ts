import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { plainProtector } from '../../src/main/vault/device-protector.ts'
import { Vault } from '../../src/main/vault/vault.ts'
import { ACTS, type ActName, leftIn } from '../support/vault/acts.ts'
import type { Mishap } from '../support/vault/failing-steps.ts'
import { backUp, KEEPER, KEEPER_PASSPHRASE, makeSmallBranch } from '../support/vault/small-branch.ts'

// Every step at which a process is killed costs a process.
vi.setConfig({ testTimeout: 1_800_000, hookTimeout: 240_000 })

/** `CHAOS_STEPS=every` lets each step there is go wrong; else some of each, from the first to the last. */
const MOST_STEPS = process.env.CHAOS_STEPS === 'every' ? Number.POSITIVE_INFINITY : 3

/** The folder's time is asked for at most once a second, so that no run has exactly as many steps as another. */
const NEVER = Number.MAX_SAFE_INTEGER

const SCRIPT = fileURLToPath(new URL('../support/vault/step-process.ts', import.meta.url))
const NOON = Date.parse('2026-11-20T12:00:00+08:00')

let root: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'huiyan-steps-'))
  mkdirSync(join(root, 'target'))
  await makeSmallBranch(join(root, 'old'), 'old')
  await makeSmallBranch(join(root, 'other'), 'other')
  await backUp(join(root, 'other'), join(root, 'other.tar'))
  // Somebody has left.
  cpSync(join(root, 'old'), join(root, 'left'), { recursive: true })
  const vault = Vault.at(join(root, 'left'), plainProtector)
  const { dataKey } = await vault.unlock(KEEPER, KEEPER_PASSPHRASE, NOON)
  await vault.addSlot(dataKey, '1004', 'passphrase of 1004')
  await vault.suspend(dataKey, '1004')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Found {
  readonly step: number
  readonly ended: 'killed' | 'failed' | 'done'
  readonly look: readonly string[]
  readonly left: readonly string[]
}

/** What is found after a mishap at one step after the other, and after none. */
async function afterMishaps(act: ActName, mishap: Mishap): Promise<readonly Found[]> {
  const beside = act === 'backup' ? join(root, 'target', 'backup.tar') : join(root, 'other.tar')
  const total = z.int().parse(JSON.parse((await run(act, beside, 'count')) ?? ''))
  const steps = stepsOf(total, MOST_STEPS)
  if (mishap !== 'kill') {
    return JSON.parse((await run(act, beside, mishap, ...[...steps, NEVER].map(String))) ?? '[]')
  }
  const found: Found[] = []
  // What a killed one left is swept by the next, which has some steps more.
  for (let next = 0; found.at(-1)?.ended !== 'done'; next++) {
    const step = steps[next] ?? total + 1 + next - steps.length
    const said = await run(act, beside, 'kill', String(step))
    const folder = join(root, 'data')
    const look = await ACTS[act].look(folder, beside)
    found.push({ step, ended: said === null ? 'killed' : 'done', look, left: leftIn(folder) })
  }
  return found
}

/** So many of the steps, the first and the last among them. */
function stepsOf(total: number, most: number): readonly number[] {
  if (total <= most) return Array.from({ length: total }, (_, place) => place + 1)
  return Array.from({ length: most }, (_, place) => 1 + Math.round((place * (total - 1)) / (most - 1)))
}

/** What the process says; null where it was killed. */
function run(...args: string[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [SCRIPT, root, ...args], (error, stdout, stderr) => {
      if (error?.signal === 'SIGKILL') resolve(null)
      else if (error === null) resolve(stdout)
      else reject(new Error(stderr))
    })
  })
}

/** All that was found but `expected`, so that a failure names its steps. */
function strange(found: readonly Found[], expected: (each: Found) => boolean): readonly Found[] {
  expect(found.length).toBeGreaterThan(3)
  expect(found.at(-1)?.ended).toBe('done')
  return found.filter((each) => !expected(each) || each.left.length > 0)
}

describe.each(['kill', 'once', 'always'] as const)('whatever step meets a mishap (%s)', (mishap) => {
  test('of a restore: one of the two branches is there, whole; one that says that it failed changed nothing', async () => {
    // A drive that refuses everything from a step on takes no word either that the restore failed: that is a kill.
    const interrupted = ['old', 'other']
    const failed = mishap === 'always' ? interrupted : ['old']
    const allowed = { done: ['other'], failed, killed: interrupted }
    const found = await afterMishaps('restore', mishap)
    expect(strange(found, ({ ended, look: [said = ''] }) => allowed[ended].includes(said))).toEqual([])
  })

  test('of a founding: there is a branch that opens, or the next founding makes one', async () => {
    const found = await afterMishaps('found', mishap)
    const isWell = ({ ended, look: [state, no] }: Found) =>
      no === KEEPER && (state === 'ready' || (ended !== 'done' && state === 'no-branch'))
    expect(strange(found, isWell)).toEqual([])
  })

  test('of a change of the key: everybody opens the branch that is there', async () => {
    const found = await afterMishaps('changeKey', mishap)
    expect(strange(found, ({ look }) => look.every((said) => said === 'old'))).toEqual([])
  })

  test('of a changed passphrase: either the old one opens or the new one, and no other copy is left', async () => {
    const found = await afterMishaps('changePassphrase', mishap)
    const refused = 'session.wrongPassphrase'
    const isWell = ({ ended, look }: Found) =>
      look.toString() === [refused, 'old'].toString() ||
      (ended !== 'done' && look.toString() === ['old', refused].toString())
    expect(strange(found, isWell)).toEqual([])
  })

  test('of a backup: the file is not there, or it is whole', async () => {
    const found = await afterMishaps('backup', mishap)
    const isWell = ({ ended, look: [said, restored = ''] }: Found) =>
      said === 'old' && (ended === 'done' ? ['old'] : ['old', 'none']).includes(restored)
    expect(strange(found, isWell)).toEqual([])
  })
})
