import type { Page } from 'playwright-core'

/** From the last key to the scanner, which lies beside the keyboard: without it that key would be one of the burst. */
const REACH_MS = 300
/** Between two keys of a keyboard wedge. */
const KEY_GAP_SECONDS = 0.01
const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } as const

/**
 * Sends a barcode as a scanner does: one key after the other in a burst that ends with Enter. Each key carries the time
 * it was struck, so the burst keeps its pace on a machine that is slow to deliver it.
 */
export async function scanBarcode(
  window: Page,
  barcode: string,
  { throughInputMethod = false }: { readonly throughInputMethod?: boolean } = {},
): Promise<void> {
  const devtools = await window.context().newCDPSession(window)
  await window.waitForTimeout(REACH_MS)
  const startedAt = Date.now() / 1000
  // An input method that is on takes every key for itself and leaves only its place on the keyboard.
  const keys = [...[...barcode].map(keyOf), ENTER].map((key) =>
    throughInputMethod ? { ...key, key: 'Process', windowsVirtualKeyCode: 229 } : key,
  )
  const struck = keys.map((key, index) =>
    devtools.send('Input.dispatchKeyEvent', {
      ...key,
      type: 'rawKeyDown',
      timestamp: startedAt + index * KEY_GAP_SECONDS,
    }),
  )
  await Promise.all(struck)
  await devtools.detach()
}

function keyOf(character: string): {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
} {
  const code = /\d/.test(character) ? `Digit${character}` : `Key${character}`
  return { key: character, code, windowsVirtualKeyCode: character.charCodeAt(0) }
}
