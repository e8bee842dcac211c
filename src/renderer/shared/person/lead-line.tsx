import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FoundLead } from '../../../shared/contract/leads.ts'

/** A stranger who was here before, in one line: how they are called, what they wanted, who looks after them. */
export function LeadLine({ lead }: { readonly lead: FoundLead }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" wrap="nowrap">
      <Text span size="sm" fw={600}>
        {t(`lobby.leadName.${lead.title}`, { surname: lead.surname })}
      </Text>
      <Badge size="sm" radius="sm" variant="default" tt="none" miw="max-content">
        {t('lobby.form.lead')}
      </Badge>
      <Text span size="sm">
        {lead.maskedPhone}
      </Text>
      <Text span size="xs" truncate>
        {[
          `${t(`intents.product.${lead.product}`)} · ${t(`intents.level.${lead.level}`)}`,
          lead.ownerName,
          lead.customer === null ? '' : `✓ ${lead.customer.maskedName}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Text>
    </Group>
  )
}
