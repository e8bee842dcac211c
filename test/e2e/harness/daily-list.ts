import type { Locator } from 'playwright-core'
import { tabTo } from './keyboard.ts'
import { nextSaveDialogAnswers } from './stand-in-dialogs.ts'
import type { Workstation } from './workstation.ts'

/** Layout of a few pages and their barcodes on a busy machine. */
const PRINT_PATIENCE_MS = 60_000

/** A list that is longer is not one day's work. */
const MOST_PAGES = 20

/** A row of the paper; its code stands below the bars in letters (F5). */
const ENDED_BY_CODE = /[\s\S]*?(HY\d{9}[0-9A-Z])/g

/** Walks down the follow-up list, of which only what is in view exists, until a row has all these texts. */
export async function findFollowUp(
  { window, say }: Workstation,
  ...texts: readonly string[]
): Promise<Locator> {
  const list = window.getByRole('listbox', { name: say('followups.list') })
  await tabTo(window, list)
  await window.keyboard.press('Home')
  const row = texts.reduce((rows, hasText) => rows.filter({ hasText }), list.getByRole('option'))
  for (let page = 0; page < MOST_PAGES && !(await row.isVisible()); page += 1)
    await window.keyboard.press('PageDown')
  await row.waitFor()
  return row
}

/** Shows somebody else's list, by keyboard. */
export async function chooseOwner({ window, say }: Workstation, name: string): Promise<void> {
  const owner = window.getByRole('combobox', { name: say('followups.owner') })
  await tabTo(window, owner)
  await window.keyboard.press('Control+a')
  await window.keyboard.type(name)
  await window.getByRole('option', { name }).waitFor()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
}

/**
 * Shows the list as of another day. The field's own order of day and month is the system's, so its value is set as a
 * whole.
 */
export async function chooseDay({ window, say }: Workstation, on: string): Promise<void> {
  const day = window.getByLabel(say('followups.asOf'), { exact: true })
  await tabTo(window, day)
  await day.fill(on)
}

/** Prints the list that is shown and saves it from the preview as a PDF, by keyboard. The preview stays open. */
export async function printDailyList(workstation: Workstation, pdf: string): Promise<void> {
  const { window, say } = workstation
  await tabTo(window, window.getByRole('button', { name: say('followups.print.button') }))
  await window.keyboard.press('Enter')
  await savePreview(workstation, pdf)
}

/** Saves what the preview shows as a PDF, by keyboard. The preview stays open. */
export async function savePreview({ window, say, app }: Workstation, pdf: string): Promise<void> {
  const save = window.getByRole('button', { name: say('followups.print.savePdf') })
  await save.waitFor({ timeout: PRINT_PATIENCE_MS })
  await nextSaveDialogAnswers(app, pdf)
  await tabTo(window, save)
  await window.keyboard.press('Enter')
  await window.getByText(say('followups.print.saved'), { exact: true }).waitFor()
}

/** Waits until the preview shows something of its first page; an undrawn canvas is transparent. */
export async function firstPageDrawn({ window }: Workstation): Promise<void> {
  await window
    .getByRole('dialog')
    .locator('canvas')
    .first()
    .evaluate(
      (canvas: HTMLCanvasElement) =>
        new Promise<void>((resolve) => {
          const look = () => {
            const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
              data: [],
            }
            if (data.some((value, index) => index % 4 === 0 && value === 0 && data[index + 3] === 255))
              resolve()
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
}

/** The code on the row of this phone and intent. */
export function rowCodeOf(maskedPhone: string, intent: string, pages: readonly string[]): string {
  const row = rowsOf(pages).find(({ text }) => text.includes(maskedPhone) && text.includes(intent))
  if (row === undefined) throw new Error('That intent is not on the list')
  return row.code
}

/** The codes of all rows, from the first page to the last. */
export function rowCodes(pages: readonly string[]): readonly string[] {
  return rowsOf(pages).map(({ code }) => code)
}

/** On paper each row ends with its code. */
function rowsOf(pages: readonly string[]): readonly { readonly text: string; readonly code: string }[] {
  return Array.from(pages.join('').matchAll(ENDED_BY_CODE), ([text, code = '']) => ({ text, code }))
}
