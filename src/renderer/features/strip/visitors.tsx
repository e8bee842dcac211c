import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../door/operations.ts'
import { useOpenSession } from '../../door/session.tsx'
import { visitName } from '../../shared/words/visit-words.ts'
import classes from './strip.module.css'
import { visitorsFor } from './visitors-for.ts'

/** Whom this teller serves and who is next, as it stands on the board; it appears without taking the focus (L1). */
export function Visitors({ onPerson }: { onPerson(customerUid: string): void }) {
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
          disabled={visit.customer === null}
          onClick={() => visit.customer !== null && onPerson(visit.customer.uid)}
        >
          {text} · {t(`lobby.business.${visit.business}`)}
        </UnstyledButton>
      ))}
    </div>
  )
}
