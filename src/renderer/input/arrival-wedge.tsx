import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScannedArrival } from '../../shared/contract/arrivals.ts'
import { DEFAULT_SETTINGS } from '../../shared/domain/branch/settings.ts'
import { useArrivalSources } from '../ipc/arrival-sources.ts'
import { useCommand, useOperation } from '../ipc/operations.ts'
import { explain } from '../ui/problem.tsx'
import { ArrivalKeys, scannedCharacter } from './arrival-keys.ts'
import { useWedge } from './wedge.ts'

const NOTICE = 'arrival-scanned'

/** Whoever scans a ticket or a document at this window is noted as arrived, whatever is on the screen. */
export function ArrivalWedge() {
  const { t } = useTranslation()
  const sources = useArrivalSources()
  const { mutate } = useCommand('arrivals.scan')
  const say = (message: string, color?: string) => {
    notifications.hide(NOTICE)
    notifications.show({ id: NOTICE, message, ...(color === undefined ? {} : { color }) })
  }
  const announce = ({ outcome, ticket }: ScannedArrival) => {
    const name = ticket === null ? '' : t('arrivals.ticketNamed', { ticket })
    say(t(`arrivals.scanned.${outcome}`, { name }), outcome === 'unreadable' ? 'red' : undefined)
  }
  const running = sources.data?.wedge.state.state === 'running'
  useStrayScan(!running)
  useWedge(running, {
    onScan: (text) =>
      mutate({ text }, { onSuccess: announce, onError: (error) => say(explain(error, t).text, 'red') }),
    onCut: () => say(t('arrivals.scanned.cut'), 'red'),
  })
  return null
}

/**
 * While no reader is switched on, one that types all the same acts on nothing: outside of fields the Enter that ends
 * its burst would open whatever a list is at. In a field its text stands to be seen, as anything that was typed.
 */
function useStrayScan(listening: boolean): void {
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
