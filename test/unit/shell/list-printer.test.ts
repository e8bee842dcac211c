import { beforeEach, expect, test } from 'vitest'
import { ListPrinter } from '../../../src/main/shell/list-printer.ts'
import type { SheetHead } from '../../../src/main/shell/sheet-head.ts'
import type { PrintAnswer, SheetWindow, SheetWindowEnd } from '../../../src/main/shell/sheet-window.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { TestClock } from '../../support/router/test-clock.ts'

const HEAD: SheetHead = {
  kind: 'daily',
  title: 'list',
  headerHtml: '',
  footerHtml: '',
  pageCss: '',
}

/** A window whose page, PDF and print dialog answer when the test says so, and never once it has ended. */
class FakeWindow implements SheetWindow {
  readonly loaded: string[] = []
  ended = false
  pdfs: ((pdf: Uint8Array) => void)[] = []
  dialogs: ((answer: PrintAnswer) => void)[] = []
  /** Uses of a window that was not there any more; Electron throws then. */
  touchedAfterEnd = 0
  #titles: ((title: string) => void)[] = []
  #ends: ((how: SheetWindowEnd) => void)[] = []

  load = async (url: string) => {
    this.#touch()
    this.loaded.push(url)
  }
  onTitle = (listener: (title: string) => void) => {
    this.#titles.push(listener)
    return () => {
      this.#titles = this.#titles.filter((each) => each !== listener)
    }
  }
  onEnd = (listener: (how: SheetWindowEnd) => void) => {
    this.#ends.push(listener)
    return () => {
      this.#ends = this.#ends.filter((each) => each !== listener)
    }
  }
  toPdf = () => {
    this.#touch()
    return new Promise<Uint8Array>((resolve) => this.pdfs.push(resolve))
  }
  dress = async () => this.#touch()
  print = () => {
    this.#touch()
    return new Promise<PrintAnswer>((resolve) => this.dialogs.push(resolve))
  }
  destroy = () => this.end('closed')

  says(title: 'sheet-ready' | 'sheet-failed' | 'anything'): void {
    for (const listener of this.#titles) listener(title)
  }
  end(how: SheetWindowEnd): void {
    if (this.ended) return
    this.ended = true
    for (const listener of this.#ends) listener(how)
  }
  get listeners(): number {
    return this.#titles.length + this.#ends.length
  }

  #touch(): void {
    if (!this.ended) return
    this.touchedAfterEnd += 1
    throw new Error('Object has been destroyed')
  }
}

let windows: FakeWindow[]
let clock: TestClock
let printer: ListPrinter
beforeEach(() => {
  windows = []
  clock = new TestClock(0)
  printer = new ListPrinter(() => {
    const window = new FakeWindow()
    windows.push(window)
    return window
  }, clock)
})

const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
const newest = (): FakeWindow => {
  const window = windows.at(-1)
  if (window === undefined) throw new Error('no window was opened')
  return window
}

/** What a job comes to: its value, the reason it was refused with, or nothing yet. */
function outcomeOf(job: Promise<unknown>): { value: unknown } {
  const outcome: { value: unknown } = { value: 'pending' }
  job.then(
    (value) => {
      outcome.value = value
    },
    (error: unknown) => {
      outcome.value = error instanceof AppError ? `${error.code} ${error.detail.reason}` : error
    },
  )
  return outcome
}

async function renderWell(printNo = 1): Promise<Uint8Array> {
  const job = printer.render(printNo, HEAD)
  await settle()
  newest().says('sheet-ready')
  await settle()
  newest().pdfs.at(-1)?.(new Uint8Array([printNo]))
  return job
}

async function openDialog(printNo = 1): Promise<{ value: unknown }> {
  const outcome = outcomeOf(printer.sendToPrinter(printNo))
  await settle()
  newest().says('sheet-ready')
  await settle()
  expect(newest().dialogs).toHaveLength(1)
  return outcome
}

test('a list is rendered, kept, and sent; a dialog that is closed is no failure', async () => {
  expect(await renderWell()).toEqual(new Uint8Array([1]))
  expect(printer.kept(1)).toEqual(new Uint8Array([1]))
  const sent = await openDialog()
  newest().dialogs[0]?.({ sent: true, reason: '' })
  await settle()
  expect(sent.value).toBe(true)
  newest().dialogs.length = 0
  const cancelled = await openDialog()
  newest().dialogs[0]?.({ sent: false, reason: 'Print job canceled' })
  await settle()
  expect(cancelled.value).toBe(false)
  expect(windows).toHaveLength(1)
  expect(newest().listeners).toBe(0)
})

test('what the printer says is passed on', async () => {
  await renderWell()
  const outcome = await openDialog()
  newest().dialogs[0]?.({ sent: false, reason: 'Invalid printer settings' })
  await settle()
  expect(outcome.value).toBe('followups.printFailed Invalid printer settings')
})

test.each([
  ['somebody signs out', () => printer.forget(), 'signed-out'],
  ['its window is closed', () => newest().end('closed'), 'closed'],
  ['its window crashes', () => newest().end('crashed'), 'crashed'],
])(
  'with the print dialog open, when %s, the job ends and the next one is not held up',
  async (_what, happen, reason) => {
    await renderWell()
    const outcome = await openDialog()
    const waiting = outcomeOf(printer.render(2, HEAD))
    happen()
    await settle()
    expect(outcome.value).toBe(`followups.printFailed ${reason}`)
    expect(waiting.value).toBe(reason === 'signed-out' ? 'followups.printFailed signed-out' : 'pending')
    if (waiting.value === 'pending') {
      newest().says('sheet-ready')
      await settle()
      newest().pdfs.at(-1)?.(new Uint8Array([2]))
      await settle()
      expect(waiting.value).toEqual(new Uint8Array([2]))
    }
    expect(await renderWell(3)).toEqual(new Uint8Array([3]))
    expect(windows).toHaveLength(2)
    expect(windows.map(({ touchedAfterEnd }) => touchedAfterEnd)).toEqual([0, 0])
  },
)

test('a PDF that is ready only after the sign-out is kept for nobody', async () => {
  const outcome = outcomeOf(printer.render(1, HEAD))
  await settle()
  newest().says('sheet-ready')
  await settle()
  printer.forget()
  windows[0]?.pdfs[0]?.(new Uint8Array([1]))
  await settle()
  expect(outcome.value).toBe('followups.printFailed signed-out')
  expect(printer.kept(1)).toBeUndefined()
})

test('a window that ends while its page is laid out is not touched again, also not by the clock', async () => {
  const outcome = outcomeOf(printer.render(1, HEAD))
  await settle()
  printer.forget()
  await settle()
  expect(outcome.value).toBe('followups.printFailed signed-out')
  clock.advance(60_000)
  await settle()
  expect(windows[0]?.touchedAfterEnd).toBe(0)
})

test('a page that is never laid out, and a PDF that is never made, end after their time', async () => {
  const page = outcomeOf(printer.render(1, HEAD))
  await settle()
  newest().says('anything')
  clock.advance(29_999)
  await settle()
  expect(page.value).toBe('pending')
  clock.advance(1)
  await settle()
  expect(page.value).toBe('followups.printFailed timeout')
  expect(windows[0]?.ended).toBe(true)
  const pdf = outcomeOf(printer.render(2, HEAD))
  await settle()
  newest().says('sheet-ready')
  await settle()
  clock.advance(60_000)
  await settle()
  expect(pdf.value).toBe('followups.printFailed timeout')
  expect(await renderWell(3)).toEqual(new Uint8Array([3]))
})

test('a dialog may stay open for as long as somebody thinks', async () => {
  await renderWell()
  const outcome = await openDialog()
  clock.advance(3_600_000)
  await settle()
  expect(outcome.value).toBe('pending')
  newest().dialogs[0]?.({ sent: true, reason: '' })
  await settle()
  expect(outcome.value).toBe(true)
})

test('a page that says it could not be laid out is a failure', async () => {
  const outcome = outcomeOf(printer.render(1, HEAD))
  await settle()
  newest().says('sheet-failed')
  await settle()
  expect(outcome.value).toBe('followups.printFailed layout')
})
