import type { Page } from 'playwright-core'

/** Between two keys of a reader that types. */
const KEY_GAP_SECONDS = 0.01
const SHIFT = 8
const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' } as const

/** The keys that a reader strikes, as on a US keyboard; and what they write on a PC that is set to the British one. */
const SIGNS: Readonly<
  Record<string, { readonly code: string; readonly shift: boolean; readonly onPc: string }>
> = {
  '{': { code: 'BracketLeft', shift: true, onPc: '{' },
  '}': { code: 'BracketRight', shift: true, onPc: '}' },
  '"': { code: 'Quote', shift: true, onPc: '@' },
  ':': { code: 'Semicolon', shift: true, onPc: ':' },
  ',': { code: 'Comma', shift: false, onPc: ',' },
}

/**
 * Types what an ID reader or a scanner read: a burst of keys that ends with Enter, on a PC whose keyboard is set to
 * another country's. Each key carries the time it was struck.
 */
export async function typeAsReader(window: Page, text: string): Promise<void> {
  const devtools = await window.context().newCDPSession(window)
  const startedAt = Date.now() / 1000
  const struck = [...[...text].map(keyOf), { ...ENTER, modifiers: 0 }].map((key, place) =>
    devtools.send('Input.dispatchKeyEvent', {
      ...key,
      type: 'keyDown',
      timestamp: startedAt + place * KEY_GAP_SECONDS,
    }),
  )
  await Promise.all(struck)
  await devtools.detach()
}

function keyOf(character: string) {
  const sign = SIGNS[character]
  if (sign !== undefined) {
    return { key: sign.onPc, text: sign.onPc, code: sign.code, modifiers: sign.shift ? SHIFT : 0 }
  }
  const digit = /\d/.test(character)
  const code = digit ? `Digit${character}` : `Key${character.toUpperCase()}`
  const shifted = /[A-Z]/.test(character)
  const windowsVirtualKeyCode = character.toUpperCase().charCodeAt(0)
  return { key: character, text: character, code, modifiers: shifted ? SHIFT : 0, windowsVirtualKeyCode }
}
