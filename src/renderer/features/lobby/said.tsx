import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Arrived } from '../../../shared/contract/lobby.ts'
import { visitWho } from '../../shared/words/visit-words.ts'
import classes from './board.module.css'
import type { LastStep } from './use-board.ts'

/** What was done last; of two who were parted the other's ticket is named too. */
function lastText(last: LastStep, t: TFunction): string {
  const who = visitWho(last.visit, t)
  switch (last.kind) {
    case 'move':
      return t(`lobby.said.${last.move}`, { who })
    case 'part':
      return t('lobby.said.part', { who, other: visitWho(last.parted, t) })
  }
}

/** What has just happened, in one line that a screen reader reads out; its place is kept, so that nothing jumps. */
export function Said({
  last,
  arrived,
}: {
  readonly last: LastStep | null
  readonly arrived: Arrived | null
}) {
  const { t } = useTranslation()
  return (
    <Text size="xs" c="dimmed" className={classes.said} role="status">
      {last !== null && lastText(last, t)}
      {last === null &&
        arrived !== null &&
        t(`lobby.said.${arrived.outcome}`, { who: visitWho(arrived.visit, t) })}
    </Text>
  )
}
