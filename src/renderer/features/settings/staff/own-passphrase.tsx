import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../ipc/operations.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PassphraseField } from '../../../ui/passphrase-field.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { RepeatedPassphrase } from '../../../ui/repeated-passphrase.tsx'

/** Changes one's own passphrase; the old one proves who is at the counter. */
export function OwnPassphrase({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [agreed, setAgreed] = useState(false)
  const leave = useUnsaved(current !== '' || next !== '')
  const change = useCommand('staff.changePassphrase')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!agreed) return
    const changed = () => {
      notifications.show({ message: t('settings.staff.passphraseChanged') })
      onClose()
    }
    change.mutate({ current, next }, { onSuccess: changed })
  }
  return (
    <Dialog opened onClose={() => leave(onClose)} title={t('settings.staff.ownPassphrase')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PassphraseField
            label={t('settings.staff.currentPassphrase')}
            value={current}
            onChange={setCurrent}
            data-autofocus
          />
          <RepeatedPassphrase
            label={t('settings.staff.newPassphrase')}
            onChange={(passphrase, same) => {
              setNext(passphrase)
              setAgreed(same)
            }}
          />
          <Problem error={change.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => leave(onClose)}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
