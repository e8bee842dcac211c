import { BrowserWindow, screen, type WebContents, type WebPreferences } from 'electron'
import type { StripEdge, StripView } from '../../shared/contract/strip.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { RaiseShortcut } from './raise-shortcut.ts'
import type { StripMemory } from './strip-memory.ts'
import { type Area, type Display, dockBeside, place } from './strip-place.ts'
import { ORIGIN } from './window-files.ts'

/** Widths of the strip, open and folded to a lamp and a count, at a zoom of 100%. */
const OPEN_WIDTH = 340
const FOLDED_WIDTH = 44

export interface StripParts {
  readonly webPreferences: WebPreferences
  readonly memory: StripMemory
  onChange(view: StripView): void
  onRaised(): void
  /** There is a new window, which `close` destroys. */
  onOpened(contents: WebContents, close: () => void): void
}

/**
 * The counter strip: docked to an edge of a screen, always on top. It appears without taking the focus; only the shortcut
 * (`raise`) puts the cursor into it, and `release` gives the focus back.
 */
export class StripWindow {
  readonly #parts: StripParts
  readonly #shortcut = new RaiseShortcut(() => this.raise())
  #window: BrowserWindow | null = null

  constructor(parts: StripParts) {
    this.#parts = parts
    this.#shortcut.take(parts.memory.habits.shortcut)
    const dock = () => this.#dock()
    screen.on('display-metrics-changed', dock)
    screen.on('display-removed', dock)
    screen.on('display-added', dock)
  }

  get view(): StripView {
    const { edge, folded, shortcut } = this.#parts.memory.habits
    return { edge, folded, shortcut, shortcutWorks: this.#shortcut.held }
  }

  show(): void {
    const window = this.#open()
    if (window.isVisible()) return
    // A window that is still loading shows itself, without focus, when it has something to show.
    if (!window.webContents.isLoading()) window.showInactive()
  }

  hide(): void {
    this.#window?.hide()
  }

  fold(folded: boolean): void {
    this.#parts.memory.keep({ folded })
    this.#dock()
    this.#parts.onChange(this.view)
  }

  move(towards: StripEdge): void {
    const { memory } = this.#parts
    memory.keep(dockBeside(displays(), memory.dock, towards))
    this.#dock()
    this.#parts.onChange(this.view)
  }

  /** Throws `strip.shortcutTaken`. */
  useShortcut(shortcut: string): void {
    if (!this.#shortcut.take(shortcut)) throw new AppError('strip.shortcutTaken', { shortcut })
    this.#parts.memory.keep({ shortcut })
    this.#parts.onChange(this.view)
  }

  /** Comes forward with the cursor in its box: the one time it takes the focus. */
  raise(): void {
    if (this.view.folded) this.fold(false)
    const window = this.#open()
    window.show()
    window.focus()
    window.webContents.focus()
    this.#parts.onRaised()
  }

  /**
   * Gives the focus back to whoever had it. On Windows a blurred window lets the next one have it; X11 leaves it with the
   * blurred window, deaf to every key, and only one that goes away for a moment hands it on.
   */
  release(): void {
    const window = this.#window
    if (window === null) return
    if (process.platform !== 'linux') {
      window.blur()
      return
    }
    window.hide()
    window.showInactive()
  }

  close(): void {
    this.#window?.destroy()
    this.#window = null
  }

  #open(): BrowserWindow {
    if (this.#window !== null) return this.#window
    const window = new BrowserWindow({
      ...this.#place(1),
      show: false,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: '慧眼 · 柜台条',
      webPreferences: this.#parts.webPreferences,
    })
    window.setAlwaysOnTop(true, 'floating')
    window.once('ready-to-show', () => {
      this.#dock()
      window.showInactive()
    })
    window.on('closed', () => {
      this.#window = null
    })
    this.#parts.onOpened(window.webContents, () => this.close())
    void window.loadURL(`${ORIGIN}/strip.html`)
    this.#window = window
    return window
  }

  /**
   * Twice where it is needed: a window that crosses to a screen of another scaling is resized by the system on its way,
   * and stands right only when it is told again there.
   */
  #dock(): void {
    const window = this.#window
    if (window === null) return
    const wanted = this.#place(window.webContents.getZoomFactor())
    window.setBounds(wanted)
    if (!same(window.getBounds(), wanted)) window.setBounds(wanted)
  }

  /** A page that is enlarged needs more room, or its lines would be cut. */
  #place(zoom: number): Area {
    const { memory } = this.#parts
    const width = memory.habits.folded ? FOLDED_WIDTH : OPEN_WIDTH
    return place(displays(), memory.dock, Math.round(width * zoom))
  }
}

function displays(): readonly Display[] {
  const main = screen.getPrimaryDisplay().id
  return screen
    .getAllDisplays()
    .map(({ id, bounds, workArea }) => ({ id, bounds, workArea, primary: id === main }))
}

function same(one: Area, other: Area): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}
