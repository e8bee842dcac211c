import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Arrived } from '../../../shared/contract/lobby.ts'
import classes from './board.module.css'
import type { LastStep } from './use-board.ts'
import { visitName } from './visit-words.ts'

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
      {last !== null && t(`lobby.said.${last.move}`, { who: visitName(last.visit, t) })}
      {last === null &&
        arrived !== null &&
        t(`lobby.said.${arrived.outcome}`, { who: visitName(arrived.visit, t) })}
    </Text>
  )
}
