import { Group, Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntentRow } from '../../../shared/contract/intents.ts'
import type { ColumnOf } from '../../../shared/domain/branch/list-columns.ts'
import { nextAction } from '../../../shared/domain/work/intent.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { TierBadge } from '../../shared/person/tier-badge.tsx'
import { decayNote } from '../../shared/words/decay-note.ts'
import { contactRemark } from '../../shared/words/list-reason-text.ts'
import { movedReason } from '../../shared/words/moved-reason.ts'
import { DueText } from '../../shared/work/due-text.tsx'
import { LevelBadge } from '../../shared/work/level-badge.tsx'
import work from '../../ui/work-line.module.css'
import classes from './intent-row.module.css'

/** One open intent: who, what, and what to do by when. */
export const IntentRowLine = memo(function IntentRowLine(props: {
  readonly row: IntentRow
  readonly columns: readonly ColumnOf<'intents'>[]
}) {
  const { row, columns } = props
  const shows = (column: ColumnOf<'intents'>) => columns.includes(column)
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { intent, customer } = row
  const action = intent.currentLevel === 'faded' ? 'light-news' : nextAction(intent.currentLevel)
  return (
    <div className={work.line}>
      <Group gap="xs" wrap="nowrap" className={work.top}>
        <span className={work.level}>
          <LevelBadge level={intent.currentLevel} />
        </span>
        <Text span size="sm" fw={600} truncate className={work.name}>
          {customer.maskedName}
        </Text>
        {shows('tier') && (
          <span className={`${work.tier} ${classes.tier}`}>
            <TierBadge tier={customer.tier} />
          </span>
        )}
        <Text span size="sm" fw={600}>
          {t(`intents.product.${intent.product}`)}
        </Text>
        {shows('phone') && (
          <Text span size="sm" className={classes.phone}>
            {customer.maskedPhone}
          </Text>
        )}
        <span className={work.last}>
          <DueText nextOn={intent.nextOn} todayOn={todayOn} />
        </span>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {[
          shows('action') && t(`intents.action.${action}`),
          shows('owner') && intent.ownerName,
          shows('contact') && contactRemark(row.lastContactOn, todayOn, t),
          shows('fading') && decayNote(intent, todayOn, t),
          shows('signals') && intent.signals.map((signal) => t(`intents.signal.${signal}`)).join(' '),
          shows('moved') && row.dueRule !== null && movedReason(row.dueRule, t),
        ]
          .filter((part) => part !== null && part !== false && part !== '')
          .join(' · ')}
      </Text>
    </div>
  )
})
