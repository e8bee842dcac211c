import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LeadDossier } from '../../../shared/contract/leads.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useSteps } from '../../router/navigation.tsx'
import { movedReason } from '../../shared/words/moved-reason.ts'
import { DueText } from '../../shared/work/due-text.tsx'
import { LevelBadge } from '../../shared/work/level-badge.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import { leadName } from './lead-name.ts'
import { LeadPhone } from './lead-phone.tsx'

/** Who the stranger is, what they want, what they agreed to, and who they turned out to be. */
export function LeadFacts({ customerRecord }: { readonly customerRecord: LeadDossier }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { choose } = useSteps()
  const { lead } = customerRecord
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Title order={2} size="h4">
          {leadName(lead, t)}
        </Title>
        <LevelBadge level={lead.level} />
        <Text fw={600}>{t(`intents.product.${lead.product}`)}</Text>
        <Badge radius="sm" variant="outline" color="gray" tt="none">
          {t(`leads.state.${lead.state}`)}
        </Badge>
      </Group>
      <LeadPhone lead={lead} />
      {isOpenLead(lead.state) && lead.nextOn !== null && (
        <Group gap="xs">
          <Text size="sm">{lead.ownerName}</Text>
          <DueText nextOn={lead.nextOn} todayOn={todayOn} />
          {lead.dueRule !== null && (
            <Text size="xs" c="dimmed">
              {movedReason(lead.dueRule, t)}
            </Text>
          )}
        </Group>
      )}
      {lead.lostReason !== null && <Text size="sm">{t(`leads.lost.${lead.lostReason}`)}</Text>}
      {lead.customer !== null && (
        <Group gap="xs">
          <Text size="sm" c="teal">
            ✓ {lead.customer.maskedName}{' '}
            {lead.joinedOn !== null && t('leads.joined', { day: shortDay(lead.joinedOn, t) })}
          </Text>
          <Anchor component="button" size="sm" onClick={() => choose(lead.customer?.uid ?? null)}>
            {t('leads.showCustomer')}
          </Anchor>
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {[
          t('leads.entered', { day: shanghaiTime(lead.createdAt).slice(5), name: lead.createdByName }),
          t(`leads.source.${lead.source}`),
        ].join(' · ')}
      </Text>
      <ConsentLine customerRecord={customerRecord} />
    </Stack>
  )
}

function ConsentLine({ customerRecord: { consents } }: { readonly customerRecord: LeadDossier }) {
  const { t } = useTranslation()
  const given = consents.filter((each) => each.given)
  const version = given[0]?.textVersion ?? null
  return (
    <Text size="xs" c={given.length === 0 ? 'orange' : 'dimmed'}>
      {given.length === 0
        ? t('leads.notConsented')
        : t('leads.consented', {
            purposes: given.map(({ purpose }) => t(`leads.purpose.${purpose}`)).join(' / '),
            version,
          })}
    </Text>
  )
}
