import { Menu } from 'electron'
import { menuTemplate } from './menu-template.ts'
import type { RunMode } from './run-mode.ts'

/** To be called before the program is ready: afterwards Electron has put its own menu there. */
export function setOwnMenu(mode: RunMode): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, mode)))
}
