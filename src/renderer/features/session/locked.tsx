import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../ipc/operations.ts'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { SessionCard } from './card.tsx'

/** The lock: the same person comes back with the passphrase, or somebody else signs in. */
export function Locked({ staffName }: { readonly staffName: string }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCommand('session.unlock')
  const signOut = useCommand('session.signOut')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    unlock.mutate({ passphrase }, { onSettled: () => setPassphrase('') })
  }
  return (
    <SessionCard title={t('session.unlock')} text={t('session.lockedText', { name: staffName })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PassphraseField
            label={t('session.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            autoComplete="off"
          />
          <Problem error={unlock.error} />
          <Group grow>
            <Button variant="default" size="sm" onClick={() => signOut.mutate({})}>
              {t('session.otherStaff')}
            </Button>
            <Button type="submit" size="sm" loading={unlock.isPending}>
              {t('session.unlock')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionCard>
  )
}
