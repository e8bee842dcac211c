import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { businessText, visitName } from '../../shared/words/visit-words.ts'
import classes from './strip.module.css'

/** Whom this teller serves and who is next, as it stands on the board; it appears without taking the focus (L1). */
export function Visitors(props: {
  onPerson(customerUid: string): void
  /** Of a stranger without a lead, whose entry begins with their ticket. */
  onStranger(visit: Visit): void
}) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const visits = useOperation('lobby.board', {}).data?.visits ?? []
  const { serving, next, waiting } = visitorsFor(visits, staff.no)
  const lines = [
    ...serving.map((visit) => ({ visit, text: t('strip.serving', { name: visitName(visit, t) }) })),
    ...(next === null
      ? []
      : [{ visit: next, text: t('strip.next', { name: visitName(next, t), count: waiting }) }]),
  ]
  return (
    <div className={classes.visitors} role="status" aria-label={t('strip.visitors')}>
      {lines.map(({ visit, text }) => (
        <UnstyledButton
          key={visit.uid}
          className={classes.visitor}
          disabled={visit.customer === null && visit.lead !== null}
          onClick={() =>
            visit.customer === null ? props.onStranger(visit) : props.onPerson(visit.customer.uid)
          }
        >
          {text} · {businessText(visit.business, t)}
        </UnstyledButton>
      ))}
    </div>
  )
}

/** What of the lobby concerns one teller: whom they serve, the next who waits, and how many wait. */
export function visitorsFor<V extends Pick<Visit, 'state' | 'servedBy' | 'arrivedAt'>>(
  visits: readonly V[],
  staffNo: string,
): { readonly serving: readonly V[]; readonly next: V | null; readonly waiting: number } {
  const waiting = visits
    .filter(({ state }) => state === 'waiting')
    .sort((one, other) => one.arrivedAt - other.arrivedAt)
  return {
    serving: visits.filter(({ state, servedBy }) => state === 'serving' && servedBy === staffNo),
    next: waiting[0] ?? null,
    waiting: waiting.length,
  }
}
