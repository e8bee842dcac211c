import { describe, expect, test } from 'vitest'
import { shortcutOf } from '../../../../src/renderer/features/settings/this-pc/strip-shortcut.tsx'
import { stripKey } from '../../../../src/renderer/features/strip/use-strip-keys.ts'
import { keysOf } from '../../../../src/renderer/shared/keys/frame-keys.ts'
import { DEFAULT_STRIP_SHORTCUT, stripShortcut } from '../../../../src/shared/contract/strip.ts'

const both = { ctrlKey: true, shiftKey: true }
const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

describe('the strip’s own keys', () => {
  test('Ctrl+Shift with an arrow moves it, down folds it', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowDown'].map((key) => stripKey({ key, ...both }))).toEqual([
      'left',
      'right',
      'fold',
    ])
  })

  test('an arrow alone, or with one of the two, is somebody else’s', () => {
    expect(stripKey({ key: 'ArrowLeft', ctrlKey: false, shiftKey: true })).toBeNull()
    expect(stripKey({ key: 'ArrowLeft', ctrlKey: true, shiftKey: false })).toBeNull()
    expect(stripKey({ key: 'ArrowUp', ...both })).toBeNull()
  })
})

describe('keys that raise the strip', () => {
  test('are read by their place, with Ctrl or Alt among them', () => {
    expect(shortcutOf({ ...none, code: 'KeyH', ctrlKey: true, altKey: true })).toBe(DEFAULT_STRIP_SHORTCUT)
    expect(shortcutOf({ ...none, code: 'F2', altKey: true })).toBe('Alt+F2')
    expect(shortcutOf({ ...none, code: 'Digit5', ctrlKey: true, shiftKey: true })).toBe('Control+Shift+5')
  })

  test.each([
    { ...none, code: 'KeyH' },
    { ...none, code: 'KeyH', shiftKey: true },
    { ...none, code: 'F2' },
    { ...none, code: 'ControlLeft', ctrlKey: true },
    { ...none, code: 'Tab', altKey: true },
    { ...none, code: 'KeyH', ctrlKey: true, metaKey: true },
  ])('are not taken from other programs or from typing: %j', (keys) => {
    expect(shortcutOf(keys)).toBeNull()
  })

  test('what the field reads is what the router accepts', () => {
    for (const code of ['KeyA', 'Digit0', 'F1', 'F24']) {
      const shortcut = shortcutOf({ ...none, code, altKey: true, shiftKey: true })
      expect(stripShortcut.safeParse(shortcut).success).toBe(true)
    }
    expect(stripShortcut.safeParse('H').success).toBe(false)
    expect(stripShortcut.safeParse('Shift+H').success).toBe(false)
  })

  test('stand on the card as they stand on the keys', () => {
    expect(keysOf('Control+Alt+H')).toEqual(['Ctrl', 'Alt', 'H'])
  })
})
