import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Clock } from '../session/clock.ts'
import type { SheetHead } from './sheet-head.ts'
import type { SheetWindow } from './sheet-window.ts'
import { ORIGIN } from './window-files.ts'

/** What the sheet's page calls itself once it is laid out, and when it could not be. */
const READY_TITLE = 'sheet-ready'
const FAILED_TITLE = 'sheet-failed'
/** How long a page may take to lay itself out, and its PDF to be made (our own default). A print dialog may stay open for ever. */
const LAYOUT_MS = 30_000
const PDF_MS = 60_000
/** Printed lists that stay at hand for preview and printing; older ones can be frozen again. */
const KEPT_LISTS = 8
/** What Chromium says when the user closed the print dialog. */
const CANCELLED: readonly string[] = ['cancelled', 'Print job canceled']

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

/** What a draft shows, by the names that the sheet's page reads it by. */
export type DraftOf = Readonly<Record<string, string>>

interface Rendered {
  readonly pdf: Uint8Array
  readonly head: SheetHead
  readonly again: Reprint | null
}

/**
 * Renders numbered lists in a hidden window and keeps their PDFs in memory: the paper is the only copy that leaves the
 * program. One list at a time, so that two requests never share the window. Every job ends: with its result, or with
 * `followups.printFailed` and the reason `signed-out`, `closed` or `crashed` (the window), `layout`, `timeout`, or the
 * printer's own.
 */
export class ListPrinter {
  readonly #openWindow: () => SheetWindow
  readonly #clock: Clock
  readonly #kept = new Map<number, Rendered>()
  #window: SheetWindow | null = null
  /** Aborted at the sign-out: what is under way ends, and what waits for its turn never begins. */
  #session = new AbortController()
  #queue: Promise<unknown> = Promise.resolve()
  #turns = 0

  constructor(openWindow: () => SheetWindow, clock: Clock) {
    this.#openWindow = openWindow
    this.#clock = clock
  }

  /** The PDF of a frozen list. Rejects with `followups.printFailed`. */
  async render(printNo: number, head: SheetHead, again: Reprint | null = null): Promise<Uint8Array> {
    const pdf = await this.#pdfOf(addressOf(printNo, head, again), head)
    this.#keep(printNo, { pdf, head, again })
    return pdf
  }

  /** The PDF of a list that has no number, which is not kept. Rejects with `followups.printFailed`. */
  draft(of: DraftOf, head: SheetHead): Promise<Uint8Array> {
    return this.#pdfOf(new URLSearchParams({ ...of, kind: head.kind }), head)
  }

  #pdfOf(address: URLSearchParams, head: SheetHead): Promise<Uint8Array> {
    return this.#inTurn(async (window) => {
      await this.#layOut(window, address)
      const made = window.toPdf({
        pageSize: 'A4',
        printBackground: true,
        margins: MARGINS,
        displayHeaderFooter: true,
        headerTemplate: head.headerHtml,
        footerTemplate: head.footerHtml,
      })
      return this.#within(PDF_MS, made)
    })
  }

  kept(printNo: number): Uint8Array | undefined {
    return this.#kept.get(printNo)?.pdf
  }

  /**
   * Hands a kept list to the system's print dialog. Resolves to false where the user cancelled; rejects with
   * `followups.printFailed`.
   */
  sendToPrinter(printNo: number): Promise<boolean> {
    return this.#inTurn(async (window) => {
      const kept = this.#kept.get(printNo)
      if (kept === undefined) throw failed('not-rendered')
      await this.#layOut(window, addressOf(printNo, kept.head, kept.again))
      // The dialog drops the head and foot that `print` takes, so they are part of the page.
      await this.#within(LAYOUT_MS, window.dress(kept.head.pageCss, kept.head.title))
      const { sent, reason } = await window.print()
      if (!sent && !CANCELLED.includes(reason)) throw failed(reason)
      return sent
    })
  }

  /** Forgets every kept list and ends every job, as a sign-out must. */
  forget(): void {
    this.#kept.clear()
    this.#session.abort(failed('signed-out'))
    this.#session = new AbortController()
    if (this.#window !== null) this.#drop(this.#window)
  }

  /** Whatever uses the window waits for whoever uses it now, whether that works out or not. */
  #inTurn<T>(work: (window: SheetWindow) => Promise<T>): Promise<T> {
    const { signal } = this.#session
    const done = this.#queue.then(() => this.#takeTurn(signal, work))
    this.#queue = done.catch(() => undefined)
    return done
  }

  async #takeTurn<T>(signal: AbortSignal, work: (window: SheetWindow) => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    this.#window ??= this.#openWindow()
    const window = this.#window
    try {
      return await untilEnd(window, signal, () => work(window))
    } catch (error) {
      // Whatever became of it, it may still be busy with this list.
      this.#drop(window)
      throw error instanceof AppError ? error : failed('window')
    }
  }

  #drop(window: SheetWindow): void {
    if (this.#window === window) this.#window = null
    window.destroy()
  }

  #keep(printNo: number, rendered: Rendered): void {
    this.#kept.set(printNo, rendered)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > KEPT_LISTS && oldest !== undefined) this.#kept.delete(oldest)
  }

  /** Resolves when the page says, by its title, that it is laid out. */
  async #layOut(window: SheetWindow, address: URLSearchParams): Promise<void> {
    const answered = Promise.withResolvers<string>()
    const stopListening = window.onTitle((title) => {
      if (title === READY_TITLE || title === FAILED_TITLE) answered.resolve(title)
    })
    // A new address each time, so that the page is laid out anew and not taken from memory.
    this.#turns += 1
    const url = `${ORIGIN}/sheet.html?${address}&turn=${this.#turns}`
    try {
      const title = await this.#within(
        LAYOUT_MS,
        window.load(url).then(() => answered.promise),
      )
      if (title !== READY_TITLE) throw failed('layout')
    } finally {
      stopListening()
    }
  }

  /** Rejects with the reason `timeout` where something takes longer than it may. */
  async #within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>()
    const stopWaiting = this.#clock.after(milliseconds, () => late.reject(failed('timeout')))
    try {
      return await Promise.race([work, late.promise])
    } finally {
      stopWaiting()
    }
  }
}

/** Behind the page's address: which print it shows, and of a reprint whose and when. */
function addressOf(printNo: number, { kind }: SheetHead, again: Reprint | null): URLSearchParams {
  const reprint = again === null ? {} : { by: again.by, at: String(again.at) }
  return new URLSearchParams({ print: String(printNo), kind, ...reprint })
}

/** What the work comes to, or why it was ended: with the window under it gone, it may never come to anything. */
async function untilEnd<T>(window: SheetWindow, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const end = Promise.withResolvers<never>()
  const stopListening = window.onEnd((how) => end.reject(failed(how)))
  const abort = () => end.reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work(), end.promise])
  } finally {
    signal.removeEventListener('abort', abort)
    stopListening()
  }
}

function failed(reason: string): AppError {
  return new AppError('followups.printFailed', { reason })
}
