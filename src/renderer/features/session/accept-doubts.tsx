import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saysWhy } from '../../../shared/domain/consent/reason.ts'
import { useCommand } from '../../ipc/operations.ts'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { lastStaffNo } from './last-staff.ts'

/** A keeper of the branch goes on in spite of a doubt: who, and why. The passphrase leaves the form as soon as it was tried. */
export function AcceptDoubts() {
  const { t } = useTranslation()
  const [staffNo, setStaffNo] = useState(lastStaffNo)
  const [passphrase, setPassphrase] = useState('')
  const [reason, setReason] = useState('')
  const accept = useCommand('session.acceptDoubts')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate({ staffNo, passphrase, reason }, { onSettled: () => setPassphrase('') })
  }
  return (
    <form onSubmit={submit} aria-label={t('session.accept')}>
      <Stack gap="xs">
        <Text size="sm">{t('session.acceptText')}</Text>
        <TextInput
          label={t('session.acceptReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autoComplete="off"
          maxLength={200}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('session.staffNo')}
            value={staffNo}
            onChange={(event) => setStaffNo(event.currentTarget.value)}
            required
            autoComplete="off"
            maxLength={16}
          />
          <PassphraseField
            label={t('session.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoComplete="off"
          />
        </Group>
        <Problem error={accept.error} />
        <Button
          type="submit"
          variant="default"
          disabled={!saysWhy(reason) || passphrase === ''}
          loading={accept.isPending}
        >
          {t('session.accept')}
        </Button>
      </Stack>
    </form>
  )
}
