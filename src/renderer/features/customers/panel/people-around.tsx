import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import { useNavigation } from '../../../router/navigation.tsx'
import { TierBadge } from '../../../shared/person/tier-badge.tsx'
import { MergedRecords } from './merged-records.tsx'

/** Tags, the household (C4), and records that were joined into this one. */
export function PeopleAround(props: { readonly customer: Customer360; onChanged(): void }) {
  const { t } = useTranslation()
  const { choose } = useNavigation()
  const { tags, household, mergedRecords } = props.customer
  return (
    <>
      {tags.length > 0 && (
        <Group gap={6} component="section" aria-label={t('customers.tags')}>
          <Text size="xs" c="dimmed" fw={600}>
            {t('customers.tags')}
          </Text>
          {tags.map((tag) => (
            <Badge key={`${tag.kind} ${tag.text}`} variant="default" radius="sm" tt="none">
              {tag.text}
            </Badge>
          ))}
        </Group>
      )}
      {household.length > 0 && (
        <Group gap="sm" component="section" aria-label={t('customers.household')}>
          <Text size="xs" c="dimmed" fw={600}>
            {t('customers.household')}
          </Text>
          {household.map((member) => (
            <UnstyledButton key={member.uid} onClick={() => choose(member.uid)} fz="sm">
              {member.maskedName} {member.birthYear ?? ''} <TierBadge tier={member.tier} />
            </UnstyledButton>
          ))}
        </Group>
      )}
      {mergedRecords.length > 0 && <MergedRecords records={mergedRecords} onChanged={props.onChanged} />}
    </>
  )
}
