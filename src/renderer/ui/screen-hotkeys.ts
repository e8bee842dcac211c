import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { openLayer } from './layers.ts'

/**
 * Keys that work from anywhere on the screen, also out of fields. They are dead while a dialog or a question is open, and
 * no part of a composition.
 */
export function useScreenHotkeys(hotkeys: readonly HotkeyItem[], outOfFields: 'too' | 'not' = 'too'): void {
  const guarded = hotkeys.map(([keys, act, options]): HotkeyItem => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.isComposing && openLayer() === null) act(event)
    }
    return options === undefined ? [keys, onKey] : [keys, onKey, options]
  })
  useHotkeys(guarded, outOfFields === 'too' ? [] : undefined)
}

/**
 * A key for `useScreenHotkeys` that a place with the focus may take first. Mantine would prevent the default before it
 * calls, and a key that was taken could not be told from a free one.
 */
export function unlessTaken(keys: string, act: () => void): HotkeyItem {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    act()
  }
  return [keys, onKey, { preventDefault: false }]
}
