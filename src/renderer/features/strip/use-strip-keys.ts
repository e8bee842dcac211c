import { useWindowEvent } from '@mantine/hooks'
import { useCommand } from '../../door/operations.ts'
import { stripKey } from './strip-keys.ts'

/** Ctrl+Shift and an arrow: to the next edge on that side, over all screens; down folds. */
export function useStripKeys(): void {
  const move = useCommand('strip.move')
  const fold = useCommand('strip.fold')
  useWindowEvent('keydown', (event) => {
    const key = stripKey(event)
    if (key === null || event.isComposing || holdsText(event.target)) return
    event.preventDefault()
    if (key === 'fold') fold.mutate({ folded: true })
    else move.mutate({ towards: key })
  })
}

/** In a field with something in it the same keys select a word. */
function holdsText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value !== ''
    : false
}
