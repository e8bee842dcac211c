import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionStaff } from '../../../shared/contract/session.ts'
import { isStrongPassphrase } from '../../../shared/domain/branch/passphrase-rule.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { RepeatedPassphrase } from '../../ui/repeated-passphrase.tsx'
import { SessionCard } from './card.tsx'

/** Behind a sign-in with a temporary passphrase: an own one comes before everything else. */
export function RenewPassphrase({ staff }: { readonly staff: SessionStaff }) {
  const { t } = useTranslation()
  const [next, setNext] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const renew = useCommand('session.renewPassphrase')
  const signOut = useCommand('session.signOut')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (agreed && isStrongPassphrase(staff.no, next)) renew.mutate({ next })
  }
  return (
    <SessionCard title={t('session.renewTitle')} text={t('session.renewText', { name: staff.name })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <RepeatedPassphrase
            label={t('session.newPassphrase')}
            autoFocus
            {...(tried ? { checkedFor: staff.no } : {})}
            onChange={(passphrase, same) => {
              setNext(passphrase)
              setAgreed(same)
            }}
          />
          <Problem error={renew.error} />
          <Group grow>
            <Button variant="default" size="sm" onClick={() => signOut.mutate({})}>
              {t('app.signOut')}
            </Button>
            <Button type="submit" size="sm" loading={renew.isPending}>
              {t('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionCard>
  )
}
