import { Button, Progress, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../shared/contract/imports.ts'
import { listen } from '../../ipc/bridge.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { RepeatedPassphrase } from '../../ui/repeated-passphrase.tsx'
import { SessionCard } from './card.tsx'

type Kind = 'demo' | 'new'

/** Nothing here yet: look around the demo branch or found a new one. The founder becomes its head, who can add everyone else. */
export function FirstRun() {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('demo')
  const [branchName, setBranchName] = useState('')
  const [staffNo, setStaffNo] = useState('8001')
  const [staffName, setStaffName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [agreed, setAgreed] = useState(false)
  const create = useCommand('session.createBranch')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!agreed) return
    const name = branchName === '' ? t('session.demo') : branchName
    const person = kind === 'demo' ? t('session.demoPerson') : staffName
    create.mutate({ kind, branchName: name, staffNo, staffName: person, passphrase })
  }
  return (
    <SessionCard title={t('session.welcome')} text={t('session.welcomeText')} width={460}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            value={kind}
            onChange={(value) => setKind(value === 'new' ? 'new' : 'demo')}
            data={[
              { value: 'demo', label: t('session.demo') },
              { value: 'new', label: t('session.create') },
            ]}
          />
          <Text size="sm" c="dimmed">
            {t(kind === 'demo' ? 'session.demoText' : 'session.createText')}
          </Text>
          {kind === 'new' && (
            <>
              <TextInput
                label={t('session.branchName')}
                value={branchName}
                onChange={(event) => setBranchName(event.currentTarget.value)}
                required
                maxLength={60}
              />
              <TextInput
                label={t('session.staffName')}
                value={staffName}
                onChange={(event) => setStaffName(event.currentTarget.value)}
                required
                maxLength={40}
              />
            </>
          )}
          <TextInput
            label={t('session.staffNo')}
            value={staffNo}
            onChange={(event) => setStaffNo(event.currentTarget.value)}
            required
            maxLength={16}
          />
          <RepeatedPassphrase
            label={t('session.passphrase')}
            autoFocus
            onChange={(next, same) => {
              setPassphrase(next)
              setAgreed(same)
            }}
          />
          <Problem error={create.error} />
          {create.isPending && kind === 'demo' && <Preparing />}
          <Button type="submit" size="sm" loading={create.isPending}>
            {t('session.start')}
          </Button>
        </Stack>
      </form>
    </SessionCard>
  )
}

function Preparing() {
  const { t } = useTranslation()
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => listen('import', setProgress), [])
  const share =
    progress === null || progress.bytesTotal === 0 ? 0 : (progress.bytesRead / progress.bytesTotal) * 100
  return (
    <div>
      <Text size="sm">{t('session.preparing')}</Text>
      <Progress value={share} aria-label={t('session.preparing')} />
    </div>
  )
}
