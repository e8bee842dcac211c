import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateBranch } from '../../../../src/shared/demo/branch.ts'
import { extractFileName, linesOf } from '../../../../src/shared/demo/csv.ts'
import { enterCode } from '../command-box.ts'
import { nextOpenDialogAnswers } from '../stand-in-dialogs.ts'
import type { Workstation } from '../workstation.ts'
import { type AccessEntry, settled } from './view.ts'

/** What the wizard names the folder. */
const EXTRACT = 'extract-2026-09-30'
const STEPS = ['choose', 'recognise', 'map', 'preview', 'run'] as const

/** The wizard from the chosen folder to the step before anything is read in, and back out of it. */
export async function lookAtWizard(workstation: Workstation, look: AccessEntry): Promise<void> {
  const { window, say, app } = workstation
  const main = window.getByRole('main')
  const above = mkdtempSync(join(tmpdir(), 'huiyan-extract-'))
  const folder = join(above, EXTRACT)
  writeExtract(folder)
  await enterCode(workstation, 'DR')
  await main.getByRole('button', { name: say('imports.new') }).click()
  await nextOpenDialogAnswers(app, [folder])
  await main.getByRole('button', { name: say('imports.choose.folder') }).click()
  const on = main.getByRole('button', { name: say('imports.next'), exact: true })
  for (const step of STEPS) {
    if (step !== 'run') await on.and(window.locator(':enabled:not([data-loading])')).waitFor()
    if (step === 'preview')
      await main
        .getByRole('table', { name: say('imports.survey.title') })
        .first()
        .waitFor()
    if (step === 'map') await lookAtMore(workstation, look)
    await settled(window)
    await look({ name: `imports-${step}`, window, over: true })
    if (step !== 'run') await on.click()
  }
  await main.getByRole('button', { name: say('app.cancel'), exact: true }).click()
  await main.getByRole('button', { name: say('imports.new') }).waitFor()
  rmSync(above, { recursive: true, force: true })
}

/** What a file's profile can say besides, unfolded and folded again. */
async function lookAtMore({ window, say }: Workstation, look: AccessEntry): Promise<void> {
  const more = window.getByRole('main').getByRole('button', { name: say('imports.more.title') })
  await more.click()
  await settled(window)
  await look({ name: 'imports-map-more', window, over: true })
  await more.click()
}

/** The customers and accounts of a small branch, as a bank's extract would bring them. */
function writeExtract(folder: string): void {
  mkdirSync(folder)
  const branch = generateBranch({ seed: 5, asOf: '2026-09-30', customers: 40 })
  for (const entity of ['customers', 'accounts'] as const)
    writeFileSync(join(folder, extractFileName(entity)), `${[...linesOf(branch, entity)].join('\r\n')}\r\n`)
}
