import type { MenuItemConstructorOptions } from 'electron'
import type { RunMode } from './run-mode.ts'

/**
 * The program's own menu, in place of Electron's, which has developer tools, reloading and pages of the web in it. Windows
 * and Linux edit text without a menu, so it only holds the keys that enlarge a page (X1); macOS knows no key that stands in
 * no menu. The menu itself is never seen but on macOS.
 */
export function menuTemplate(platform: NodeJS.Platform, mode: RunMode): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: '显示 View',
    submenu: [
      { role: 'zoomIn', label: '放大 Zoom in' },
      // The key without Shift, as most people press it.
      { role: 'zoomIn', label: '放大 Zoom in', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: '缩小 Zoom out' },
      { role: 'resetZoom', label: '原始大小 Actual size' },
    ],
  }
  return [
    ...(platform === 'darwin' ? [PROGRAM, EDITING] : []),
    view,
    ...(mode === 'developer' ? [DEVELOPING] : []),
  ]
}

const PROGRAM: MenuItemConstructorOptions = {
  label: '慧眼 Huiyan',
  submenu: [
    { role: 'hide', label: '隐藏 Hide' },
    { role: 'quit', label: '退出程序 Quit' },
  ],
}

const EDITING: MenuItemConstructorOptions = {
  label: '编辑 Edit',
  submenu: [
    { role: 'undo', label: '撤销 Undo' },
    { role: 'redo', label: '重做 Redo' },
    { type: 'separator' },
    { role: 'cut', label: '剪切 Cut' },
    { role: 'copy', label: '复制 Copy' },
    { role: 'paste', label: '粘贴 Paste' },
    { role: 'selectAll', label: '全选 Select all' },
  ],
}

const DEVELOPING: MenuItemConstructorOptions = {
  label: '开发 Develop',
  submenu: [{ role: 'reload' }, { role: 'forceReload' }, { role: 'toggleDevTools' }],
}
