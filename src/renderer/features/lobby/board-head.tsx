import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Board } from '../../../shared/contract/lobby.ts'
import { averageWait } from '../../../shared/domain/lobby/visit.ts'
import { minutesText } from '../../shared/words/visit-words.ts'
import { ClockText } from '../../ui/clock-text.tsx'
import classes from './board.module.css'

/** 到店 12 · 等候 5 · 平均 4 分; the average goes on with the clock. */
export function BoardHead({ board }: { readonly board: Board }) {
  const { t } = useTranslation()
  const { counts, visits } = board
  const average = (nowAt: number) => t('lobby.average', { time: minutesText(averageWait(visits, nowAt), t) })
  return (
    <Text size="sm" className={classes.counts}>
      {t('lobby.arrived', { count: counts.arrived })} · {t('lobby.waitingCount', { count: counts.waiting })} ·{' '}
      <ClockText textAt={average} />
    </Text>
  )
}
