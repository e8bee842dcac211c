import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../ipc/operations.ts'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { SessionCard } from './card.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { lastStaffNo } from './last-staff.ts'
import { Opening } from './opening.tsx'

/** Staff number and passphrase. The passphrase leaves the form's state as soon as it was tried. */
export function SignIn({ branchName }: { readonly branchName: string }) {
  const { t } = useTranslation()
  const [staffNo, setStaffNo] = useState(lastStaffNo)
  const [known] = useState(staffNo !== '')
  const [passphrase, setPassphrase] = useState('')
  const signIn = useCommand('session.signIn')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ staffNo, passphrase }, { onSettled: () => setPassphrase('') })
  }
  return (
    <SessionCard title={t('session.signInTo', { branch: branchName })}>
      <Group justify="flex-end">
        <LanguageChoice />
      </Group>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('session.staffNo')}
            value={staffNo}
            onChange={(event) => setStaffNo(event.currentTarget.value)}
            autoFocus={!known}
            required
            autoComplete="off"
            maxLength={16}
          />
          <PassphraseField
            label={t('session.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoComplete="off"
            autoFocus={known}
          />
          {signIn.isPending && <Opening />}
          <Problem error={signIn.error} />
          <Button type="submit" size="sm" loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
        </Stack>
      </form>
    </SessionCard>
  )
}
