import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterCode } from '../harness/command-box.ts'
import { bell, bellItems } from '../harness/notices.ts'
import { openDemoBranch, signIn } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

/** A Friday; some of the demo's work was due the day before. Ten days later is a Monday, six working days on. */
const DEMO = { asOf: '2026-11-20', customers: 300 } as const

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-time-'))
  workstation = await Workstation.start({ demo: DEMO })
  await openDemoBranch(workstation, HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('while nobody follows up', () => {
  it('nothing has been overdue for three working days on the first day', async () => {
    await enterCode(workstation, 'TX')
    expect(await bellItems(workstation).filter({ hasText: '逾期 3 个工作日' }).count()).toBe(0)
    await workstation.window.keyboard.press('Escape')
  })

  it('ten days later the ladder has been climbed, and the bell says so', async () => {
    await workstation.restart(10)
    await signIn(workstation, HEAD)
    await bell(workstation).filter({ hasText: /\d/ }).waitFor()
    await enterCode(workstation, 'TX')
    const items = bellItems(workstation)
    await items.filter({ hasText: '已逾期 5 个工作日,已报网点负责人' }).first().waitFor()
    const text = await items.first().innerText()
    expect(text).toMatch(/\*/)
  })
})
