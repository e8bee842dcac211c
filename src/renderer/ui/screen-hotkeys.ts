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
