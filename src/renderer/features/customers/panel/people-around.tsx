import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { useSteps } from '../../../router/navigation.tsx'
import { TierBadge } from '../../../shared/person/tier-badge.tsx'
import { Problem } from '../../../ui/problem.tsx'

/** Tags, the household (C4), and records that were joined into this one. */
export function PeopleAround(props: { readonly customer: Customer360; onChanged(): void }) {
  const { t } = useTranslation()
  const { choose } = useSteps()
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

/** Records that were found to be this person, each with the way back (D2). */
function MergedRecords(props: { readonly records: Customer360['mergedRecords']; onChanged(): void }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const undo = useCommand('customers.undoMerge')
  return (
    <section aria-label={t('customers.merged')}>
      <Text size="xs" c="dimmed" fw={600}>
        {t('customers.merged')}
      </Text>
      {props.records.map((record) => (
        <Group key={record.uid} gap="sm">
          <Text size="sm">{t('customers.customerNo', { no: record.customerNo })}</Text>
          <Text size="xs" c="dimmed">
            {t(`customers.duplicates.reason.${record.reason}`, { defaultValue: '' })}
          </Text>
          {mayCall(staff.role, 'customers.undoMerge') && (
            <Button
              variant="subtle"
              size="compact-xs"
              loading={undo.isPending}
              onClick={() => undo.mutate({ uid: record.uid }, { onSuccess: props.onChanged })}
            >
              {t('customers.takeApart')}
            </Button>
          )}
        </Group>
      ))}
      <Problem error={undo.error} />
    </section>
  )
}
