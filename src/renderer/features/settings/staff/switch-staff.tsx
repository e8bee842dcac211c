import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'

/** Asks before somebody may no longer sign in, or may again. */
export function SwitchStaff({ row, onClose }: { readonly row: StaffRow; onClose(): void }) {
  const { t } = useTranslation()
  const command = useCommand('staff.setActive')
  const kind = row.active ? 'deactivate' : 'activate'
  const submit = () => command.mutate({ no: row.no, active: !row.active }, { onSuccess: onClose })
  return (
    <Dialog opened onClose={onClose} title={`${t(`settings.staff.${kind}`)} · ${row.no} ${row.name}`}>
      <Stack gap="sm">
        <Text size="sm">{t(`settings.staff.${kind}Text`)}</Text>
        <Problem error={command.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button
            color={row.active ? 'red' : 'teal'}
            loading={command.isPending}
            onClick={submit}
            data-autofocus
          >
            {t(`settings.staff.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
