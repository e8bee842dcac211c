import { Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '../../../shared/contract/lobby.ts'
import { waitStepOf } from '../../../shared/domain/lobby/visit.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { TierInRow } from '../../shared/person/tier-badge.tsx'
import {
  blockedText,
  businessText,
  promptText,
  stateText,
  visitorName,
  waitText,
} from '../../shared/words/visit-words.ts'
import { ClockText } from '../../ui/clock-text.tsx'
import { shanghaiTimeOfDay } from '../../ui/instants.ts'
import classes from './board.module.css'
import { useWaitSteps } from './use-wait-steps.ts'

/** One visit: who with which ticket since when, for what and how long; below it how it stands and what to say. */
export const BoardRow = memo(function BoardRow({ visit }: { readonly visit: BoardVisit }) {
  const { t } = useTranslation()
  const { tickets, customer, business, state } = visit
  const steps = useWaitSteps()
  return (
    <div className={classes.entry}>
      <Text span fw={600} truncate className={classes.ticket} title={tickets.join(' ')}>
        {tickets.length === 0 ? t('lobby.noTicket') : tickets.join(' ')}
      </Text>
      <span className={classes.time}>{shanghaiTimeOfDay(visit.arrivedAt)}</span>
      <span className={classes.who}>
        <Text span fw={customer === null ? 400 : 600} truncate title={visitorName(visit, t)}>
          {visitorName(visit, t)}
        </Text>
        {customer !== null && <TierInRow tier={customer.tier} />}
      </span>
      <span className={classes.business}>{businessText(business, t)}</span>
      <ClockText
        className={classes.wait}
        textAt={(nowAt) => waitText(visit, nowAt, steps, t)}
        stepAt={(nowAt) => waitStepOf(visit, nowAt, steps)}
      />
      <span className={classes.state} data-state={state}>
        <ClockText textAt={(nowAt) => stateText(visit, nowAt, steps, t)} />
      </span>
      <Text span size="xs" truncate className={classes.remarks}>
        <Remarks visit={visit} />
      </Text>
    </div>
  )
})

function Remarks({ visit }: { readonly visit: BoardVisit }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { prompt, clue, doNotDisturb, servedByName, state } = visit
  const blocked = blockedText(visit, todayOn, t)
  const remarks = [
    prompt === null ? null : `▲ ${promptText(prompt, t)}`,
    doNotDisturb ? `✕ ${t('lobby.doNotDisturb')}` : null,
    blocked === null ? null : `✕ ${blocked}`,
    clue === null ? null : t('lobby.clue', { product: t(`intents.product.${clue}`) }),
    state === 'serving' && servedByName !== null ? t('lobby.servedBy', { name: servedByName }) : null,
  ]
  return remarks.filter((remark) => remark !== null).join(' · ')
}
