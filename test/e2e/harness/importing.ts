import type { Locator } from 'playwright-core'
import { enterCode } from './command-box.ts'
import { press } from './keyboard.ts'
import { nextOpenDialogAnswers } from './stand-in-dialogs.ts'
import type { Workstation } from './workstation.ts'

/** Fifty thousand rows on a machine that is busy with other things. */
const LOADING_PATIENCE_MS = 110_000

/** Leads the wizard from the folder to the reconciliation sheet with a profile out of a file, by keyboard. */
export async function importExtract(
  workstation: Workstation,
  extract: { readonly folder: string; readonly profile: string },
): Promise<void> {
  const { window, say, app } = workstation
  const button = (key: string) =>
    window.getByRole('main').getByRole('button', { name: say(key), exact: true })
  await enterCode(workstation, 'DR')
  await press(window, button('imports.new'))
  await nextOpenDialogAnswers(app, [extract.folder])
  await press(window, button('imports.choose.folder'))
  await press(window, await enabled(button('imports.next')))
  await nextOpenDialogAnswers(app, [extract.profile])
  await press(window, await enabled(button('imports.profile.open')))
  await press(window, await enabled(button('imports.next')))
  await press(window, await enabled(button('imports.next')))
  await window.getByRole('main').getByRole('status').waitFor()
  // The whole file is looked at beside its first rows; nothing in it stops the import.
  const survey = window.getByRole('main').getByRole('table', { name: say('imports.survey.title') })
  await survey.first().waitFor({ timeout: LOADING_PATIENCE_MS })
  await press(window, await enabled(button('imports.next')))
  await press(window, button('imports.run.start'))
  await sheetTable(workstation).waitFor({ timeout: LOADING_PATIENCE_MS })
}

/** Opens the sheet of the latest import. */
export async function openLatestSheet(workstation: Workstation): Promise<void> {
  const { window, say } = workstation
  await enterCode(workstation, 'DR')
  const history = window.getByRole('table', { name: say('imports.history') })
  await press(window, history.getByRole('button').first())
  await sheetTable(workstation).waitFor()
}

/** Takes the import whose sheet is open back as a whole. */
export async function undoImport(workstation: Workstation): Promise<void> {
  const { window, say } = workstation
  await press(window, window.getByRole('main').getByRole('button', { name: say('imports.sheet.undo') }))
  const question = window.getByRole('dialog', { name: say('imports.sheet.undoTitle') })
  await press(window, question.getByRole('button', { name: say('imports.sheet.undo') }))
  await window
    .getByRole('main')
    .getByText(say('imports.state.undone'), { exact: true })
    .waitFor({ timeout: LOADING_PATIENCE_MS })
}

/** One line of the open reconciliation sheet, by the names of its columns. */
export async function sheetLine(
  workstation: Workstation,
  entity: string,
): Promise<Readonly<Record<string, number>>> {
  const { say } = workstation
  const line = sheetTable(workstation)
    .getByRole('row')
    .filter({
      has: workstation.window.getByRole('rowheader', { name: say(`imports.entity.${entity}`), exact: true }),
    })
  const names = await sheetTable(workstation).getByRole('columnheader').allInnerTexts()
  const figures = await line.getByRole('cell').allInnerTexts()
  return Object.fromEntries(
    figures.map((figure, index) => [names[index + 1] ?? '', Number(figure.replaceAll(',', ''))]),
  )
}

function sheetTable({ window, say }: Workstation): Locator {
  return window.getByRole('table', { name: say('imports.sheet.title') })
}

/** The button once it can be pressed; Tab passes by one that cannot. */
async function enabled(button: Locator): Promise<Locator> {
  await button.and(button.page().locator(':enabled:not([data-loading])')).waitFor()
  return button
}
