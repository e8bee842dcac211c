import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { isStrongPassphrase } from '../../../../shared/domain/branch/passphrase-rule.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { RepeatedPassphrase } from '../../../ui/repeated-passphrase.tsx'

/** Gives somebody who forgot theirs a temporary passphrase, which they must change when they sign in. */
export function ResetPassphrase({ row, onClose }: { readonly row: StaffRow; onClose(): void }) {
  const { t } = useTranslation()
  const { no, name } = row
  const [passphrase, setPassphrase] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const reset = useCommand('staff.resetPassphrase')
  const leave = useUnsaved(passphrase !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!agreed || !isStrongPassphrase(no, passphrase)) return
    const done = () => {
      notifications.show({ message: t('settings.staff.wasReset', { no, name }) })
      onClose()
    }
    reset.mutate({ no, passphrase }, { onSuccess: done })
  }
  return (
    <Dialog opened onClose={() => leave(onClose)} title={`${t('settings.staff.reset')} · ${no} ${name}`}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('settings.staff.resetText')}</Text>
          <RepeatedPassphrase
            label={t('settings.staff.temporary')}
            autoFocus
            {...(tried ? { checkedFor: no } : {})}
            onChange={(next, same) => {
              setPassphrase(next)
              setAgreed(same)
            }}
          />
          <Problem error={reset.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => leave(onClose)}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={reset.isPending}>
              {t('settings.staff.reset')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
