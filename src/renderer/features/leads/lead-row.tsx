import { Badge, Group, Text } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadRow as Lead } from '../../../shared/contract/leads.ts'
import type { ColumnOf } from '../../../shared/domain/branch/list-columns.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { contactRemark } from '../../shared/words/list-reason-text.ts'
import { movedReason } from '../../shared/words/moved-reason.ts'
import { UnpublishedOn } from '../../shared/work/due-reason.tsx'
import { DueText } from '../../shared/work/due-text.tsx'
import { LevelBadge } from '../../shared/work/level-badge.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import { leadName } from './lead-name.ts'
import classes from './leads.module.css'

/** One lead: who, what, where it stands, and by when something is to happen. */
export const LeadRow = memo(function LeadRow(props: {
  readonly lead: Lead
  readonly columns: readonly ColumnOf<'leads'>[]
}) {
  const { lead, columns } = props
  const shows = (column: ColumnOf<'leads'>) => columns.includes(column)
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  return (
    <div className={classes.line}>
      <Group gap="xs" wrap="nowrap" className={classes.top}>
        <LevelBadge level={lead.level} />
        <Text span size="sm" fw={600} truncate className={classes.name}>
          {leadName(lead, t)}
        </Text>
        <Text span size="sm" fw={600}>
          {t(`intents.product.${lead.product}`)}
        </Text>
        <Badge size="sm" radius="sm" variant="outline" color="gray" tt="none" miw="max-content">
          {t(`leads.state.${lead.state}`)}
        </Badge>
        <span className={classes.due}>
          {isOpenLead(lead.state) && lead.nextOn !== null ? (
            <DueText nextOn={lead.nextOn} todayOn={todayOn} />
          ) : (
            lead.nextOn !== null && (
              <Text span size="xs" c="dimmed">
                {shortDay(lead.nextOn, t)}
                <UnpublishedOn on={lead.nextOn} />
              </Text>
            )
          )}
        </span>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {[
          shows('phone') &&
            (lead.maskedPhone ?? (lead.ticket !== null && t('leads.ticket', { ticket: lead.ticket }))),
          shows('owner') && lead.ownerName,
          shows('contact') && contactRemark(lead.lastContactOn, todayOn, t),
          shows('customer') && lead.customer !== null && `→ ${lead.customer.maskedName}`,
          shows('lost') && lead.lostReason !== null && t(`leads.lost.${lead.lostReason}`),
          shows('note') && lead.note,
          shows('moved') && lead.dueRule !== null && movedReason(lead.dueRule, t),
        ]
          .filter((part) => part !== false && part !== null && part !== '')
          .join(' · ')}
      </Text>
    </div>
  )
})
