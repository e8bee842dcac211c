import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import { mayCall } from '../../../door/may-call.ts'
import { useCommand } from '../../../door/operations.ts'
import { useOpenSession } from '../../../door/session.tsx'
import { Problem } from '../../../ui/problem.tsx'

/** Records that were found to be this person, each with the way back (D2). */
export function MergedRecords(props: { readonly records: Customer360['mergedRecords']; onChanged(): void }) {
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
