import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '../../../../shared/domain/branch/roles.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { RepeatedPassphrase } from '../../../ui/repeated-passphrase.tsx'

/** A new colleague with a first passphrase; or the same person again, who forgot theirs and was switched off. */
export function AddStaff({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const [no, setNo] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('teller')
  const [passphrase, setPassphrase] = useState('')
  const [agreed, setAgreed] = useState(false)
  const leave = useUnsaved(no !== '' || name !== '' || passphrase !== '')
  const add = useCommand('staff.add')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!agreed) return
    const added = () => {
      notifications.show({ message: t('settings.staff.added', { no, name }) })
      onClose()
    }
    add.mutate({ no, name, role, passphrase }, { onSuccess: added })
  }
  return (
    <Dialog opened onClose={() => leave(onClose)} title={t('settings.staff.add')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow>
            <TextInput
              label={t('session.staffNo')}
              placeholder={t('settings.staff.noHint')}
              value={no}
              onChange={(event) => setNo(event.currentTarget.value)}
              required
              data-autofocus
              pattern="[0-9A-Za-z]{2,16}"
              maxLength={16}
            />
            <TextInput
              label={t('session.staffName')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              required
              maxLength={40}
            />
          </Group>
          <NativeSelect
            label={t('settings.staff.role')}
            value={role}
            onChange={({ currentTarget: { value } }) => setRole(ROLES.find((each) => each === value) ?? role)}
            data={ROLES.map((each) => ({ value: each, label: t(`app.role.${each}`) }))}
          />
          <RepeatedPassphrase
            label={t('settings.staff.firstPassphrase')}
            onChange={(next, same) => {
              setPassphrase(next)
              setAgreed(same)
            }}
          />
          <Text size="xs" c="dimmed">
            {t('settings.staff.forgotten')}
          </Text>
          <Problem error={add.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => leave(onClose)}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('settings.staff.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
