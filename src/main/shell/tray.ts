import { join } from 'node:path'
import { app, type BrowserWindow, Tray as ElectronTray, Menu, nativeImage } from 'electron'
import type { Language } from '../../shared/locale/languages.ts'

/** Beside the system's clock: how many notices wait, and a menu of what is wanted most. */
export interface Tray {
  count(unseen: number): void
  /** Puts the menu into the language that the screens speak. */
  speak(language: Language): void
  readonly language: Language
}

export interface TrayActions {
  showWorkstation(): void
  showStrip(): void
  lock(): void
  quit(): void
}

interface Words {
  readonly name: string
  waiting(unseen: number): string
  readonly show: string
  readonly strip: string
  readonly lock: string
  readonly quit: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    name: '慧眼',
    waiting: (unseen) => `慧眼:${unseen} 条提醒`,
    show: '打开工作台',
    strip: '柜台条',
    lock: '锁屏',
    quit: '退出程序',
  },
  en: {
    name: 'Huiyan',
    waiting: (unseen) => `Huiyan: ${unseen} notice${unseen === 1 ? '' : 's'}`,
    show: 'Show the workstation',
    strip: 'Counter strip',
    lock: 'Lock',
    quit: 'Quit',
  },
}

const TRAY_PIXELS = 20
const OVERLAY_PIXELS = 16

/** The system's tray, or none where the desktop has none: the bell in the window says the same. */
export function openTray(iconFile: string, actions: TrayActions, workstation: () => BrowserWindow): Tray {
  const icon = trayIcon(iconFile)
  let language: Language = 'zh-CN'
  let unseen = 0
  const redraw = () => {
    const words = WORDS[language]
    icon?.setToolTip(labelOf(words, unseen))
    icon?.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.show, click: actions.showWorkstation },
        { label: words.strip, click: actions.showStrip },
        { type: 'separator' },
        { label: words.lock, click: actions.lock },
        { label: words.quit, click: actions.quit },
      ]),
    )
  }
  redraw()
  icon?.on('click', actions.showWorkstation)
  return {
    get language() {
      return language
    },
    count: (next) => {
      if (next === unseen) return
      unseen = next
      redraw()
      overlay(workstation(), unseen, labelOf(WORDS[language], unseen))
    },
    speak: (next) => {
      language = next
      redraw()
    },
  }
}

function labelOf(words: Words, unseen: number): string {
  return unseen === 0 ? words.name : words.waiting(unseen)
}

function trayIcon(iconFile: string): ElectronTray | null {
  try {
    const image = nativeImage.createFromPath(iconFile).resize({ width: TRAY_PIXELS, height: TRAY_PIXELS })
    return new ElectronTray(image)
  } catch {
    return null
  }
}

/** Windows has no number on the task bar's button; a dot over it says that something waits. */
function overlay(window: BrowserWindow, unseen: number, label: string): void {
  if (process.platform !== 'win32' || window.isDestroyed()) return
  window.setOverlayIcon(unseen === 0 ? null : dot(), label)
}

/** A filled circle, as raw pixels: blue, green, red, opacity. */
function dot() {
  const pixels = Buffer.alloc(OVERLAY_PIXELS * OVERLAY_PIXELS * 4)
  const middle = (OVERLAY_PIXELS - 1) / 2
  for (let y = 0; y < OVERLAY_PIXELS; y += 1) {
    for (let x = 0; x < OVERLAY_PIXELS; x += 1) {
      if (Math.hypot(x - middle, y - middle) > middle) continue
      pixels.writeUInt32LE(0xff_e0_31_31, (y * OVERLAY_PIXELS + x) * 4)
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: OVERLAY_PIXELS, height: OVERLAY_PIXELS })
}

/** Where the program's picture lies, beside the program or inside its package. */
export function iconFile(): string {
  return join(app.getAppPath(), 'resources', 'icon.png')
}
