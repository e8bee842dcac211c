import { useEffect, useEffectEvent } from 'react'
import { DEFAULT_SETTINGS } from '../../shared/domain/branch/settings.ts'
import { useOperation } from '../ipc/operations.ts'
import { characterOf, ScanBurst, type ScanStep } from './scan-burst.ts'
import { keepField } from './scanned-field.ts'

/**
 * Listens to the whole window for the barcode of a printed row. The keys of the burst reach nothing else from its first
 * digit on, and the field that had the focus gets back what it held.
 */
export function useScanner(onScan: (barcode: string) => void): void {
  const settings = useOperation('settings.get', {}).data ?? DEFAULT_SETTINGS
  const { scannerPrefix: prefix, scannerSuffix: suffix, scannerGapMs: gapMs } = settings
  const scanned = useEffectEvent(onScan)
  useEffect(() => {
    const burst = new ScanBurst({ prefix, suffix, gapMs })
    let giveBack = keepField(null)
    let quiet: ReturnType<typeof setTimeout> | undefined
    const finish = (step: ScanStep) => {
      if (step.state !== 'scanned') return
      giveBack()
      scanned(step.barcode)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const character = characterOf(event.code)
      if (character === null || event.ctrlKey || event.altKey || event.metaKey) return
      clearTimeout(quiet)
      if (burst.beginsAt(event.timeStamp)) giveBack = keepField(document.activeElement)
      const step = burst.key(character, event.timeStamp)
      if (step.state === 'typing') return
      event.preventDefault()
      event.stopPropagation()
      if (step.state === 'scanning') quiet = setTimeout(() => finish(burst.silence()), gapMs)
      finish(step)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      clearTimeout(quiet)
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [prefix, suffix, gapMs])
}
