import { Badge, Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralRow } from '../../../shared/contract/referrals.ts'
import type { ColumnOf } from '../../../shared/domain/branch/list-columns.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { TierBadge } from '../../shared/person/tier-badge.tsx'
import { contactRemark } from '../../shared/words/list-reason-text.ts'
import { LevelBadge } from '../../shared/work/level-badge.tsx'
import { shanghaiTime } from '../../ui/instants.ts'
import work from '../../ui/work-line.module.css'
import classes from './referrals.module.css'
import { subjectKey, subjectName } from './subject-text.ts'

/** One referral: who, what, between whom; its clock or how far it has come; below it why, and what was said last. */
export const ReferralLine = memo(function ReferralLine(props: {
  readonly row: ReferralRow
  readonly columns: readonly ColumnOf<'referrals'>[]
}) {
  const { row, columns } = props
  const shows = (column: ColumnOf<'referrals'>) => columns.includes(column)
  const { todayOn } = useOpenSession()
  const { t } = useTranslation()
  const { subject } = row
  const clock = clockText(row, t)
  return (
    <div className={work.line}>
      <Group gap="xs" wrap="nowrap" className={work.top}>
        <span className={work.level}>
          <LevelBadge level={row.level} />
        </span>
        <Text span size="sm" fw={600} truncate className={work.name}>
          {subjectName(subject, t)}
        </Text>
        {shows('tier') && (
          <span className={`${work.tier} ${classes.tier}`}>
            {subject.kind === 'customer' ? (
              <TierBadge tier={subject.customer.tier} />
            ) : (
              <Badge size="sm" radius="sm" variant="default" tt="none">
                {t('referrals.stranger')}
              </Badge>
            )}
          </span>
        )}
        <Text span size="sm" fw={600}>
          {t(`intents.product.${row.product}`)}
        </Text>
        {shows('phone') && (
          <Text span size="sm" className={classes.phone}>
            {subjectKey(subject, t)}
          </Text>
        )}
        <Text
          span
          size="sm"
          fw={600}
          className={`${work.last} ${classes.state}`}
          data-late={row.workMinutesLeft === 0}
        >
          {clock ?? `${row.credited ? '✓ ' : ''}${t(`referrals.state.${row.state}`)}`}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {[
          shows('between') && t('referrals.fromTo', { from: row.fromName, to: row.toName }),
          shows('offered') && shanghaiTime(row.offeredAt).slice(5),
          shows('contact') && subject.kind === 'customer' && contactRemark(row.lastContactOn, todayOn, t),
          shows('reason') && row.reason,
          shows('outcome') && row.outcomeNote,
        ]
          .filter((part) => part !== false && part !== '')
          .join(' · ')}
      </Text>
    </div>
  )
})

const MINUTES_PER_HOUR = 60

/** What is left of the acceptance clock, in working time: 还剩 35 分(工作时间). Null once it is answered. */
export function clockText(
  { workMinutesLeft, stranded }: Pick<ReferralRow, 'workMinutesLeft' | 'stranded'>,
  t: TFunction,
): string | null {
  if (workMinutesLeft === null) return null
  if (stranded) return t('referrals.clock.stranded')
  if (workMinutesLeft === 0) return t('referrals.clock.out')
  const hours = Math.floor(workMinutesLeft / MINUTES_PER_HOUR)
  const minutes = workMinutesLeft % MINUTES_PER_HOUR
  if (hours === 0) return t('referrals.clock.minutes', { minutes })
  return t(minutes === 0 ? 'referrals.clock.hours' : 'referrals.clock.both', { hours, minutes })
}
