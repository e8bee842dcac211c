import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { AddStaff } from './add-staff.tsx'
import { KeyNote } from './key-note.tsx'
import { OwnPassphrase } from './own-passphrase.tsx'
import { StaffTable } from './staff-table.tsx'

type Dialog = 'add' | 'passphrase' | null

/** Who works here and may sign in. */
export function Staff() {
  const { t } = useTranslation()
  const { staff: me, branch } = useOpenSession()
  const list = useOperation('staff.list', {})
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  return (
    <Stack gap="sm" p="md">
      <Group gap="xs">
        {mayCall(me.role, 'staff.add') && (
          <Button onClick={() => setDialog('add')}>{t('settings.staff.add')}</Button>
        )}
        <Button variant="default" onClick={() => setDialog('passphrase')}>
          {t('settings.staff.ownPassphrase')}
        </Button>
      </Group>
      {branch.demo && <Text size="sm">{t('settings.staff.demoNote')}</Text>}
      {mayCall(me.role, 'staff.keyState') && <KeyNote />}
      <Problem error={list.error} />
      {list.isPending ? <Waiting lines={8} /> : <StaffTable staff={list.data ?? []} />}
      {dialog === 'add' && <AddStaff onClose={close} />}
      {dialog === 'passphrase' && <OwnPassphrase onClose={close} />}
    </Stack>
  )
}
