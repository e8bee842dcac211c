import { useEffect, useEffectEvent } from 'react'
import { DEFAULT_SETTINGS } from '../../shared/domain/branch/settings.ts'
import { useOperation } from '../ipc/operations.ts'
import { ArrivalKeys, scannedCharacter } from './arrival-keys.ts'
import { HeldKeys } from './held-keys.ts'
import { keepField } from './scanned-field.ts'

/** Keys that press buttons and move the focus begin no scan; they are never kept back. */
const NEVER_FIRST = ['\r', '\t', ' ']
/** How much longer than a scanner's gap a key is kept back: a busy window delivers late. */
const LATE_MS = 30

/**
 * Listens to the whole window for a reader or scanner that types who came (L2). A field that had the focus gets back
 * what it held, and keeps the focus; outside of fields no key of the burst acts, also where its end never comes.
 */
export function useWedge(
  listening: boolean,
  { onScan, onCut }: { onScan(text: string): void; onCut(): void },
): void {
  const settings = useOperation('settings.get', {}).data ?? DEFAULT_SETTINGS
  const { scannerPrefix: prefix, scannerSuffix: suffix, scannerGapMs: gapMs } = settings
  const scanned = useEffectEvent(onScan)
  const cut = useEffectEvent(onCut)
  useEffect(() => {
    if (!listening) return
    const keys = new ArrivalKeys({ prefix, suffix, gapMs })
    const held = new HeldKeys()
    let field = rememberField()
    let quiet: ReturnType<typeof setTimeout> | undefined
    const finish = (step: ReturnType<ArrivalKeys['silence']>): boolean => {
      if (step.state === 'typed') held.giveBack()
      else if (step.state !== 'coming') held.drop()
      // In a field it stands where its owner sees it, and may have been meant for it.
      if (step.state === 'cut' && !field.isField) cut()
      if (step.state !== 'scanned') return false
      field.giveBack()
      scanned(step.text)
      return true
    }
    const onKeyDown = (event: KeyboardEvent) => {
      // Our own: keys that were kept back and given back.
      if (!event.isTrusted) return
      const character = scannedCharacter(event)
      if (character === null || event.ctrlKey || event.altKey || event.metaKey) return
      clearTimeout(quiet)
      if (keys.beginsAt(event.timeStamp)) {
        held.giveBack()
        if (NEVER_FIRST.includes(character)) return
        field = rememberField()
      }
      const step = keys.key(character, event.timeStamp)
      if (step.state === 'coming') {
        if (!field.isField) held.hold(event)
        quiet = setTimeout(() => finish(keys.silence()), gapMs + LATE_MS)
      } else if (finish(step)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      clearTimeout(quiet)
      held.giveBack()
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [listening, prefix, suffix, gapMs])
}

/** What has the focus when a burst begins. */
function rememberField(): { readonly isField: boolean; giveBack(): void } {
  const focused = document.activeElement
  const giveBack = keepField(focused)
  return {
    isField:
      focused instanceof HTMLInputElement ||
      focused instanceof HTMLTextAreaElement ||
      focused instanceof HTMLSelectElement,
    giveBack: () => {
      giveBack()
      if (focused instanceof HTMLElement) focused.focus()
    },
  }
}
