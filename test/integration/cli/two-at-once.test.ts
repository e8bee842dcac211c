import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LOG_FOLDER } from '../../../src/main/diagnosis/log-file.ts'
import { cli, PASSPHRASE } from '../../support/cli/command-line.ts'
import { Installation, PATIENCE_MS } from '../../support/cli/installation.ts'

vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS })

/** A real command line that makes a branch in an empty folder, and who opens it if it wins. */
interface Founder {
  readonly staff: string
  readonly passphrase: string
  readonly command: readonly string[]
}

const root = mkdtempSync(join(tmpdir(), 'huiyan-two-'))
const installation = new Installation()
const backup = join(root, 'backup.tar')

beforeAll(async () => {
  await installation.found()
  expect(await installation.run('backup', backup)).toMatchObject({ exitCode: 0 })
})
afterAll(() => {
  installation.remove()
  rmSync(root, { recursive: true, force: true })
})

const initOf = (staff: string): Founder => ({
  staff,
  passphrase: `passphrase of ${staff}`,
  command: ['init', '--branch', `网点${staff}`, '--staff', staff, '--name', '方慧中', '--role', 'head'],
})
const restore = (): Founder => ({
  staff: '1001',
  passphrase: PASSPHRASE,
  command: ['restore', backup],
})

const inFolder = ({ passphrase }: Founder, folder: string, command: readonly string[]) =>
  cli([...command, '--data-dir', folder, '--json'], { env: { HUIYAN_PASSPHRASE: passphrase } })

/** What the second is told: the first is at it, or has just been, or has it open. */
const TOLD = ['session.beingFounded', 'session.beingRestored', 'session.branchExists', 'session.alreadyOpen']

test.each([
  ['two first starts', initOf('2001'), initOf('2002')],
  ['a first start and a restore', initOf('2001'), restore()],
])('%s in one folder: one wins, the other is told, and the branch is the winner’s', async (name, ...both) => {
  const folder = join(root, name)
  const ended = await Promise.all(
    both.map(async (founder) => ({ founder, run: await inFolder(founder, folder, founder.command) })),
  )
  const winners = ended.filter(({ run }) => run.exitCode === 0)
  expect(winners.length).toBe(1)
  for (const { founder, run } of ended) {
    const verified = await inFolder(founder, folder, ['audit', 'verify', '--staff', founder.staff])
    if (run.exitCode === 0) {
      expect(verified).toMatchObject({ exitCode: 0, answer: { ok: true, intact: true } })
      continue
    }
    expect(run).toMatchObject({ exitCode: 1, answer: { ok: false } })
    expect(TOLD).toContain(codeOf(run.answer))
    expect(verified).toMatchObject({ exitCode: 1, answer: { ok: false } })
  }
  // The log is begun by the first slow step, so a quick machine has none.
  const left = readdirSync(folder).filter((name) => name !== LOG_FOLDER)
  expect(left.sort()).toEqual(['attempts.json', 'branch.db', 'chain.witness', 'device.key', 'vault.json'])
})

function codeOf(answer: Record<string, unknown>): unknown {
  const { error } = answer
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null
}
