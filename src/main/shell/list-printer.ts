import { BrowserWindow } from 'electron'
import { Refusal } from '../../shared/domain/refusal.ts'
import type { SheetHead } from './sheet-head.ts'
import { ORIGIN } from './window-files.ts'
import { webPreferences } from './window-options.ts'

/** What the sheet's page calls itself once it is laid out, and when it could not be. */
const READY_TITLE = 'sheet-ready'
const FAILED_TITLE = 'sheet-failed'
const PATIENCE_MS = 30_000
/** Printed lists that stay at hand for preview and printing; older ones can be frozen again. */
const KEPT_LISTS = 8

/** A4 with the binding margin of 18 mm on the left; the running head and foot live in the top and bottom margins. */
const MM_PER_INCH = 25.4
const inches = (millimetres: number) => millimetres / MM_PER_INCH
const MARGINS = { top: inches(16), bottom: inches(16), left: inches(18), right: inches(10) }

/** Who puts a list on paper once more, and when: the watermark says so. */
export interface Reprint {
  readonly by: string
  /** UTC milliseconds. */
  readonly at: number
}

interface Rendered {
  readonly pdf: Uint8Array
  readonly head: SheetHead
  readonly again: Reprint | null
}

/**
 * Renders numbered lists in a hidden window and keeps their PDFs in memory: the paper is the only copy that leaves the
 * program. One list at a time, so that two requests never share the window.
 */
export class ListPrinter {
  readonly #outFolder: string
  readonly #kept = new Map<number, Rendered>()
  #window: BrowserWindow | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(outFolder: string) {
    this.#outFolder = outFolder
  }

  /** The PDF of a frozen list. Rejects with `followups.printFailed`. */
  render(printNo: number, head: SheetHead, again: Reprint | null = null): Promise<Uint8Array> {
    return this.#inTurn(() => this.#render(printNo, head, again))
  }

  kept(printNo: number): Uint8Array | undefined {
    return this.#kept.get(printNo)?.pdf
  }

  /** Hands a kept list to the system's print dialog. Resolves to false where the user cancelled. */
  sendToPrinter(printNo: number): Promise<boolean> {
    return this.#inTurn(() => this.#send(printNo))
  }

  async #send(printNo: number): Promise<boolean> {
    const kept = this.#kept.get(printNo)
    if (kept === undefined) throw new Refusal('followups.printFailed', { reason: 'not-rendered' })
    const { head } = kept
    const window = await this.#load(printNo, head, kept.again)
    // The dialog drops the head and foot that `print` takes, so they are part of the page.
    await window.webContents.insertCSS(head.pageCss)
    await window.webContents.executeJavaScript(`document.title = ${JSON.stringify(head.title)}`)
    const paper = { silent: false, printBackground: true, pageSize: 'A4' } as const
    return new Promise((resolve, reject) => {
      window.webContents.print(paper, (sent, reason) => {
        if (sent) resolve(true)
        else if (reason === 'cancelled' || reason === 'Print job canceled') resolve(false)
        else reject(new Refusal('followups.printFailed', { reason }))
      })
    })
  }

  /** Forgets every kept list, as a sign-out must. */
  forget(): void {
    this.#kept.clear()
    this.#window?.destroy()
    this.#window = null
  }

  /** Whatever uses the window waits for whoever uses it now, whether that works out or not. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  async #render(printNo: number, head: SheetHead, again: Reprint | null): Promise<Uint8Array> {
    const window = await this.#load(printNo, head, again)
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      margins: MARGINS,
      displayHeaderFooter: true,
      headerTemplate: head.headerHtml,
      footerTemplate: head.footerHtml,
    })
    this.#keep(printNo, { pdf, head, again })
    return pdf
  }

  #keep(printNo: number, rendered: Rendered): void {
    this.#kept.set(printNo, rendered)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > KEPT_LISTS && oldest !== undefined) this.#kept.delete(oldest)
  }

  async #load(printNo: number, { kind }: SheetHead, again: Reprint | null): Promise<BrowserWindow> {
    const window = this.#hiddenWindow()
    const title = titleOf(window)
    const reprint = again === null ? '' : `&by=${encodeURIComponent(again.by)}&at=${again.at}`
    await window.loadURL(`${ORIGIN}/sheet.html?print=${printNo}&kind=${kind}&turn=${this.#turn()}${reprint}`)
    if ((await title) !== READY_TITLE) throw new Refusal('followups.printFailed', { reason: 'layout' })
    return window
  }

  #turns = 0
  /** A new address each time, so that the page is laid out anew and not taken from memory. */
  #turn(): number {
    this.#turns += 1
    return this.#turns
  }

  #hiddenWindow(): BrowserWindow {
    this.#window ??= new BrowserWindow({
      show: false,
      width: 900,
      height: 1200,
      webPreferences: webPreferences(this.#outFolder),
    })
    return this.#window
  }
}

/** Waits for the page to say, by its title, that it is laid out or cannot be. */
function titleOf(window: BrowserWindow): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(FAILED_TITLE), PATIENCE_MS)
    const listen = (_event: unknown, title: string) => {
      if (title === READY_TITLE || title === FAILED_TITLE) finish(title)
    }
    const finish = (title: string) => {
      clearTimeout(timer)
      window.webContents.off('page-title-updated', listen)
      resolve(title)
    }
    window.webContents.on('page-title-updated', listen)
  })
}
