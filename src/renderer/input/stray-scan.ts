import { useEffect } from 'react'
import { DEFAULT_SETTINGS } from '../../shared/domain/branch/settings.ts'
import { useOperation } from '../door/operations.ts'
import { ArrivalKeys, scannedCharacter } from './arrival-keys.ts'

/**
 * While no reader is switched on, one that types all the same acts on nothing: outside of fields the Enter that ends
 * its burst would open whatever a list is at. In a field its text stands to be seen, as anything that was typed.
 */
export function useStrayScan(listening: boolean): void {
  const settings = useOperation('settings.get', {}).data ?? DEFAULT_SETTINGS
  const { scannerPrefix: prefix, scannerSuffix: suffix, scannerGapMs: gapMs } = settings
  useEffect(() => {
    if (!listening) return
    const keys = new ArrivalKeys({ prefix, suffix, gapMs })
    const onKeyDown = (event: KeyboardEvent) => {
      const character = scannedCharacter(event)
      if (character === null || event.ctrlKey || event.altKey || event.metaKey) return
      const ended = keys.key(character, event.timeStamp).state === 'scanned'
      if (!ended || isField(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [listening, prefix, suffix, gapMs])
}

function isField(element: Element | null): boolean {
  return element?.matches('input, textarea, select') ?? false
}
