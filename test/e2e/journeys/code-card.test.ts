import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf } from '../../../src/shared/domain/branch/function-codes.ts'
import { LANGUAGES } from '../../../src/shared/locale/languages.ts'
import { chooseAppearance, chooseLanguage } from '../harness/appearance.ts'
import { textOfPages } from '../harness/paper.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { Workstation } from '../harness/workstation.ts'

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-card-'))
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What the printer would get while the help is open. */
async function printedCard(): Promise<string> {
  const { window, app, say } = workstation
  await window.keyboard.press('F1')
  const help = window.getByRole('dialog', { name: say('help.title') })
  await help.waitFor()
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith('index.html'),
    )
    const bytes = await shown?.webContents.printToPDF({ preferCSSPageSize: true })
    return bytes?.toString('base64') ?? ''
  })
  await window.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  const path = join(folder, 'card.pdf')
  writeFileSync(path, Buffer.from(pdf, 'base64'))
  return path
}

describe('the card of codes and keys (L9)', () => {
  it.each(LANGUAGES)('is one page in %s, with every code of whoever has most of them', async (language) => {
    await chooseLanguage(workstation, language)
    const pages = await textOfPages(await printedCard())
    expect(pages).toHaveLength(1)
    for (const { code, zh, en } of codesOf(HEAD.role))
      expect(pages[0]).toContain(`${code}${language === 'en' ? en.replaceAll(' ', '') : zh}`)
  })

  it('is the same in the dark: paper is white', async () => {
    await chooseAppearance(workstation, 'dark')
    expect(await textOfPages(await printedCard())).toHaveLength(1)
  })
})
