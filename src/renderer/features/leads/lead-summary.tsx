import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { LevelBadge } from '../../shared/work/level-badge.tsx'
import { shanghaiTime } from '../../ui/instants.ts'
import { leadName } from './lead-name.ts'

/** One known lead in two short lines. */
export function LeadSummary({ lead }: { readonly lead: LeadLine }) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="xs">
        <LevelBadge level={lead.level} />
        <Text size="sm" fw={600}>
          {leadName(lead, t)}
        </Text>
        <Text size="sm">{lead.maskedPhone ?? lead.ticket}</Text>
        <Text size="sm">
          {t(`intents.product.${lead.product}`)} · {t(`leads.state.${lead.state}`)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('leads.same.since', { day: shanghaiTime(lead.createdAt).slice(5, 10), owner: lead.ownerName })}
      </Text>
    </>
  )
}
