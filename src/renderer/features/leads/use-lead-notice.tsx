import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { leadWho } from './lead-name.ts'

/** Says that a stranger was saved, and who follows them up by when. */
export function useLeadNotice(): (lead: LeadLine, created: boolean) => void {
  const { t } = useTranslation()
  return (lead, created) => {
    const words = {
      name: leadWho(lead, t),
      product: t(`intents.product.${lead.product}`),
      level: t(`intents.level.${lead.level}`),
    }
    // The last stranger's notice gives way, or they would pile up over the list.
    notifications.clean()
    notifications.show({
      role: 'status',
      'aria-label': t('leads.quick.title'),
      message: (
        <Stack gap={2}>
          <Text size="sm" fw={600}>
            {t(created ? 'leads.quick.saved' : 'leads.quick.strengthened', words)}
          </Text>
          {lead.nextOn !== null && (
            <Text size="xs" c="dimmed">
              {t('leads.quick.savedNext', { owner: lead.ownerName, day: shortDay(lead.nextOn, t) })}
            </Text>
          )}
        </Stack>
      ),
    })
  }
}
