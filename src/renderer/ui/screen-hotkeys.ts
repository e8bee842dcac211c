import { type HotkeyItem, useHotkeys } from '@mantine/hooks'
import { openLayer } from './layers.ts'

/**
 * Keys that work from anywhere on the screen, also out of fields. They are dead while a dialog or a question is open, and
 * no part of a composition; a place that has the focus and took the key has taken it.
 */
export function useScreenHotkeys(hotkeys: readonly HotkeyItem[], outOfFields: 'too' | 'not' = 'too'): void {
  const guarded = hotkeys.map(([keys, act, options]): HotkeyItem => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      if (openLayer() === null) act(event)
    }
    // The library would say of every key that it was taken, before it is asked.
    return [keys, onKey, { ...options, preventDefault: false }]
  })
  useHotkeys(guarded, outOfFields === 'too' ? [] : undefined)
}
