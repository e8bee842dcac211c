import { BrowserWindow, type PrintToPDFOptions, type WebPreferences } from 'electron'

/** How a window ended without being asked to. */
export type SheetWindowEnd = 'closed' | 'crashed'

/** What came of handing a page to the system's print dialog. */
export interface PrintAnswer {
  readonly sent: boolean
  /** Chromium's word for why not; empty where it was sent. */
  readonly reason: string
}

/**
 * A hidden window that one list at a time is laid out in. Nothing that is promised here need ever come once the window
 * has ended, so whoever waits listens for its end too.
 */
export interface SheetWindow {
  load(url: string): Promise<void>
  /** @returns what takes the listener back; it may be called after the end */
  onTitle(listener: (title: string) => void): () => void
  /** @returns what takes the listener back; it may be called after the end */
  onEnd(listener: (how: SheetWindowEnd) => void): () => void
  toPdf(options: PrintToPDFOptions): Promise<Uint8Array>
  /** Changes the page for the way to a printer. */
  dress(css: string, title: string): Promise<void>
  /** Shows the system's print dialog. */
  print(): Promise<PrintAnswer>
  /** Does nothing when the window has ended already. */
  destroy(): void
}

export function openSheetWindow(webPreferences: WebPreferences): SheetWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences,
  })
  const { webContents } = window
  const unlessEnded = (work: () => void) => () => {
    if (!window.isDestroyed()) work()
  }
  return {
    load: (url) => window.loadURL(url),
    onTitle(listener) {
      const listen = (_event: unknown, title: string) => listener(title)
      webContents.on('page-title-updated', listen)
      return unlessEnded(() => webContents.off('page-title-updated', listen))
    },
    onEnd(listener) {
      const closed = () => listener('closed')
      const crashed = () => listener('crashed')
      window.on('closed', closed)
      webContents.on('render-process-gone', crashed)
      return unlessEnded(() => {
        window.off('closed', closed)
        webContents.off('render-process-gone', crashed)
      })
    },
    toPdf: (options) => webContents.printToPDF(options),
    async dress(css, title) {
      await webContents.insertCSS(css)
      await webContents.executeJavaScript(`document.title = ${JSON.stringify(title)}`)
    },
    print: () =>
      new Promise((resolve) => {
        webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (sent, reason) =>
          resolve({ sent, reason }),
        )
      }),
    destroy: unlessEnded(() => window.destroy()),
  }
}
