import { app, dialog, type WebContents } from 'electron'
import { BROUGHT_BACK } from '../../shared/contract/bridge.ts'
import type { Language } from '../../shared/locale/languages.ts'
import type { ProgramWatch } from '../diagnosis/program-watch.ts'
import type { SteadyClock } from '../session/clock.ts'
import { CrashLoop } from './crash-loop.ts'
import { CRASH_WORDS, type WatchedWindow } from './crash-words.ts'

export interface CrashParts {
  readonly watch: ProgramWatch
  readonly clock: Pick<SteadyClock, 'ranFor'>
  language(): Language
  /** Locks: who walks off for help leaves a window behind that shows nothing, and others that do. */
  lock(): void
}

/** How a window ends for good. */
type GiveUp = (again: () => void) => void

/**
 * Brings a window back whose process crashed: the same window, at its place and size, with its page loaded anew. The
 * session stays as it is. Nothing is open on the new page that was not on the old one, and the idle lock is counted in
 * this process, so a crash gives nobody more time than before. A window that crashes a third time within a minute is left
 * alone, and the system's own message says what to do.
 */
export class CrashWatch {
  readonly #parts: CrashParts

  constructor(parts: CrashParts) {
    this.#parts = parts
    // The graphics process and the like: the system starts them again by itself, whoever is on call wants to know.
    app.on('child-process-gone', (_event, { type, reason, serviceName }) => {
      if (reason === 'clean-exit') return
      const name = serviceName === undefined ? type : `${type} ${serviceName}`
      parts.watch.processGone({ process: `process.${name.replaceAll(/[^\w.-]+/g, '-')}`, reason })
    })
  }

  /** Watches the workstation's window. Left alone, it is locked, and can be tried again or the program quit. */
  keepWorkstation(contents: WebContents): void {
    this.#keep('workstation', contents, (again) => {
      this.#parts.lock()
      const { title, message, detail, again: tryAgain, quit } = CRASH_WORDS[this.#parts.language()]
      const buttons = [tryAgain, quit]
      const said = { type: 'error', title, message: message.workstation, detail: detail.workstation } as const
      void dialog.showMessageBox({ ...said, buttons, defaultId: 0, cancelId: 0 }).then(({ response }) => {
        if (response === 0) again()
        else app.quit()
      })
    })
  }

  /** Watches the strip. Left alone, it is closed; the workstation goes on. */
  keepStrip(contents: WebContents, close: () => void): void {
    this.#keep('strip', contents, () => {
      close()
      const { title, message, detail, close: understood } = CRASH_WORDS[this.#parts.language()]
      const said = { type: 'error', title, message: message.strip, detail: detail.strip } as const
      void dialog.showMessageBox({ ...said, buttons: [understood] })
    })
  }

  #keep(window: WatchedWindow, contents: WebContents, giveUp: GiveUp): void {
    const loop = new CrashLoop()
    const reload = () => {
      if (!contents.isDestroyed()) void contents.loadURL(withMark(contents.getURL()))
    }
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return
      this.#parts.watch.processGone({ process: `window.${window}`, reason })
      const leaveAlone = loop.crashed(this.#parts.clock.ranFor())
      // Electron is still taking the old process down while it tells.
      setImmediate(() => {
        if (!leaveAlone) reload()
        else
          giveUp(() => {
            loop.forget()
            reload()
          })
      })
    })
  }
}

/** The page says in the user's language what happened, and takes the mark off its address. */
function withMark(address: string): string {
  const url = new URL(address)
  url.search = BROUGHT_BACK
  return url.href
}
