import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { Workstation } from '../e2e/harness/workstation.ts'
import { cli } from '../support/cli/command-line.ts'

const AT_THE_WINDOW = { staffNo: '2001', passphrase: 'passphrase of 2001' }
const BY_COMMAND = { staffNo: '2002', passphrase: 'passphrase of 2002' }
/** What the second is told: the first is at it, or has just been. */
const TOLD = ['session.beingFounded', 'session.branchExists']

const answered = z.looseObject({ ok: z.boolean(), error: z.looseObject({ code: z.string() }).optional() })

let folder: string
let shown: Workstation | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-race-'))
})
afterEach(async () => {
  await shown?.stop()
  shown = null
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = ({ staffNo, passphrase }: typeof BY_COMMAND, ...command: string[]) =>
  cli([...command, '--staff', staffNo, '--data-dir', folder, '--json'], {
    env: { HUIYAN_PASSPHRASE: passphrase },
  })

it('a window and a command line found in one folder at once: one wins, the other is told', async () => {
  shown = await Workstation.start({ dataFolder: folder })
  const founder = { kind: 'new', branchName: '窗口网点', staffName: '方慧中', ...AT_THE_WINDOW }
  const [atTheWindow, byCommand] = await Promise.all([
    shown.window.evaluate(`window.huiyan.call('session.createBranch', ${JSON.stringify(founder)})`),
    inFolder(BY_COMMAND, 'init', '--branch', '命令网点', '--name', '林岚', '--role', 'head'),
  ])
  const both = [
    { who: AT_THE_WINDOW, said: answered.parse(atTheWindow) },
    { who: BY_COMMAND, said: answered.parse(byCommand.answer) },
  ]
  expect(both.filter(({ said }) => said.ok)).toHaveLength(1)
  for (const { who, said } of both) {
    if (!said.ok) expect(TOLD).toContain(said.error?.code)
    const verified = await inFolder(who, 'audit', 'verify')
    expect(verified.answer).toMatchObject(said.ok ? { ok: true, intact: true } : { ok: false })
  }
  await shown.stop()
  shown = null
  const left = readdirSync(folder).filter((name) => /^branch\.db|\.lock$|\.marker$|\.new$|ing-/.test(name))
  expect(left).toEqual(['branch.db'])
})
