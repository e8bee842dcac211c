import { BrowserWindow, type Rectangle, screen } from 'electron'
import { ORIGIN } from './window-files.ts'
import { webPreferences } from './window-options.ts'

/** Widths of the strip, open and folded to a lamp and a count. */
const OPEN_WIDTH = 340
const FOLDED_WIDTH = 44

/**
 * The counter strip: docked to the right edge, always on top. It appears without taking the focus; only the shortcut
 * (`raise`) puts the cursor into it, and `release` gives the focus back.
 */
export class StripWindow {
  readonly #outFolder: string
  #window: BrowserWindow | null = null
  #folded = false

  constructor(outFolder: string) {
    this.#outFolder = outFolder
    screen.on('display-metrics-changed', () => this.#dock())
    screen.on('display-removed', () => this.#dock())
  }

  get window(): BrowserWindow | null {
    return this.#window
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
    this.#folded = folded
    this.#dock()
  }

  /** Comes forward with the cursor in its box: the one time it takes the focus. */
  raise(): void {
    this.fold(false)
    const window = this.#open()
    window.show()
    window.focus()
    window.webContents.focus()
  }

  /** Gives the focus back: on Windows and Linux a blurred window lets the one below have it. */
  release(): void {
    this.#window?.blur()
  }

  close(): void {
    this.#window?.destroy()
    this.#window = null
  }

  #open(): BrowserWindow {
    if (this.#window !== null) return this.#window
    const window = new BrowserWindow({
      ...this.#place(),
      show: false,
      frame: false,
      resizable: false,
      maximizable: false,
      minimizable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: '慧眼 · 柜台条',
      webPreferences: webPreferences(this.#outFolder),
    })
    window.setAlwaysOnTop(true, 'floating')
    window.once('ready-to-show', () => window.showInactive())
    window.on('closed', () => {
      this.#window = null
    })
    void window.loadURL(`${ORIGIN}/strip.html`)
    this.#window = window
    return window
  }

  #dock(): void {
    this.#window?.setBounds(this.#place())
  }

  #place(): Rectangle {
    const area = screen.getPrimaryDisplay().workArea
    const width = this.#folded ? FOLDED_WIDTH : OPEN_WIDTH
    return { x: area.x + area.width - width, y: area.y, width, height: area.height }
  }
}
