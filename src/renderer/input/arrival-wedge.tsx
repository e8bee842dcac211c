import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { ScannedArrival } from '../../shared/contract/arrivals.ts'
import { useArrivalSources } from '../door/arrival-sources.ts'
import { useCommand } from '../door/operations.ts'
import { explain } from '../ui/explain.ts'
import { useStrayScan } from './stray-scan.ts'
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
  const told = ({ outcome, ticket }: ScannedArrival) => {
    const name = ticket === null ? '' : t('arrivals.ticketNamed', { ticket })
    say(t(`arrivals.scanned.${outcome}`, { name }), outcome === 'unreadable' ? 'red' : undefined)
  }
  const running = sources.data?.wedge.state.state === 'running'
  useStrayScan(!running)
  useWedge(running, {
    onScan: (text) =>
      mutate({ text }, { onSuccess: told, onError: (error) => say(explain(error, t).text, 'red') }),
    onCut: () => say(t('arrivals.scanned.cut'), 'red'),
  })
  return null
}
