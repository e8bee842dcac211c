import { Button, Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowupRow } from '../../../shared/contract/followups.ts'
import type { ColumnOf } from '../../../shared/domain/branch/list-columns.ts'
import { levelToTreat, nextAction } from '../../../shared/domain/work/intent.ts'
import { TierInRow } from '../../shared/person/tier-badge.tsx'
import { movedReason } from '../../shared/words/moved-reason.ts'
import { Unpublished } from '../../shared/work/due-reason.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import classes from './followup-list.module.css'

/** One follow-up: who, what about, by when and why then; below it what to do and what stands against it. */
export const FollowupLine = memo(function FollowupLine(props: {
  readonly row: FollowupRow
  readonly columns: readonly ColumnOf<'followups'>[]
  readonly active: boolean
  onRecord(): void
}) {
  const { t } = useTranslation()
  const { customer, intent, dueRule, group } = props.row
  return (
    <div className={classes.entry}>
      <Text span size="sm" fw={600} className={classes.due} data-group={group}>
        {shortDay(intent.nextOn, t)}
      </Text>
      <div className={classes.first}>
        <Text span fw={600} truncate className={classes.name}>
          {customer.maskedName}
        </Text>
        {props.columns.includes('tier') && <TierInRow tier={customer.tier} />}
        <Text span size="sm" truncate>
          {t(`intents.product.${intent.product}`)} · {t(`intents.level.${intent.currentLevel}`)}
        </Text>
        {dueRule?.published === false && <Unpublished />}
      </div>
      <Text span size="xs" c="dimmed" truncate className={classes.remarks}>
        <Remarks row={props.row} columns={props.columns} />
      </Text>
      {props.active && (
        // For the mouse alone: a row of a list holds no control of its own, and R does the same.
        <Button
          component="span"
          aria-hidden
          className={classes.record}
          size="compact-xs"
          variant="light"
          onClick={(event) => {
            event.stopPropagation()
            props.onRecord()
          }}
        >
          {t('followups.recordContact')} R
        </Button>
      )}
    </div>
  )
})

function Remarks(props: { readonly row: FollowupRow; readonly columns: readonly ColumnOf<'followups'>[] }) {
  const { row, columns } = props
  const shows = (column: ColumnOf<'followups'>) => columns.includes(column)
  const { t } = useTranslation()
  const { intent, dueRule, closedChannels, lastContactOn, customer } = row
  const closed = closedChannels.map((channel) => t(`followups.channel.${channel}`))
  const level = levelToTreat(intent.currentLevel)
  const remarks = [
    shows('phone') && (customer.maskedPhone ?? t('followups.noPhone')),
    shows('action') && t(`intents.action.${nextAction(level)}`),
    shows('contact') &&
      (lastContactOn === null
        ? t('lists.neverContacted')
        : t('followups.lastContact', { day: lastContactOn.slice(5) })),
    shows('moved') && dueRule !== null && movedReason(dueRule, t),
  ].filter((remark) => remark !== false && remark !== null)
  return (
    <>
      {closed.length > 0 && (
        <Text span inherit c="red">
          ✕ {t('followups.closedChannels', { channels: closed.join(t('app.listSeparator')) })} ·{' '}
        </Text>
      )}
      {remarks.join(' · ')}
    </>
  )
}
