import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../src/main/shell/menu-template.ts'

const PLATFORMS = ['win32', 'linux', 'darwin'] as const
const EDITING = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']
const ENLARGING = ['zoomIn', 'zoomIn', 'zoomOut', 'resetZoom']

function rolesIn(menu: readonly MenuItemConstructorOptions[]): readonly string[] {
  return menu.flatMap(({ role, submenu }) => [
    ...(role === undefined ? [] : [role]),
    ...(Array.isArray(submenu) ? rolesIn(submenu) : []),
  ])
}

describe('the program’s menu', () => {
  it.each(PLATFORMS)(
    'has nothing at a counter that develops, reloads or leaves the program: %s',
    (platform) => {
      const expected = platform === 'darwin' ? ['hide', 'quit', ...EDITING, ...ENLARGING] : ENLARGING
      expect(rolesIn(menuTemplate(platform, 'counter'))).toEqual(expected)
    },
  )

  it('edits text on macOS, where keys work only through a menu', () => {
    expect(rolesIn(menuTemplate('darwin', 'counter'))).toEqual(expect.arrayContaining(EDITING))
  })

  it.each(PLATFORMS)('has developer tools for a developer: %s', (platform) => {
    expect(rolesIn(menuTemplate(platform, 'developer'))).toEqual(
      expect.arrayContaining(['reload', 'forceReload', 'toggleDevTools']),
    )
  })
})
