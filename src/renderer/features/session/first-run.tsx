import { Button, Group, Progress, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../shared/contract/imports.ts'
import { isStrongPassphrase } from '../../../shared/domain/branch/passphrase-rule.ts'
import { listen } from '../../ipc/bridge.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { RepeatedPassphrase } from '../../ui/repeated-passphrase.tsx'
import { SessionCard } from './card.tsx'
import { LanguageChoice } from './language-choice.tsx'

type Kind = 'demo' | 'new'

/** As the router takes it. */
const STAFF_NO = /^[0-9A-Za-z]{2,16}$/

/** Nothing here yet: look around the demo branch or found a new one. The founder becomes its head, who can add everyone else. */
export function FirstRun() {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('demo')
  const [branchName, setBranchName] = useState('')
  const [staffNo, setStaffNo] = useState('8001')
  const [staffName, setStaffName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [agreed, setAgreed] = useState(false)
  // Once somebody tried, every field says what is wrong with it, all at once.
  const [tried, setTried] = useState(false)
  const create = useCommand('session.createBranch')
  const faults = {
    branchName: kind === 'new' && branchName.trim() === '',
    staffName: kind === 'new' && staffName.trim() === '',
    staffNo: !STAFF_NO.test(staffNo),
    passphrase: !agreed || !isStrongPassphrase(staffNo, passphrase),
  }
  const faultOf = (field: keyof typeof faults, words: string) => (tried && faults[field] ? words : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(faults).includes(true)) return
    const name = branchName === '' ? t('session.demo') : branchName
    const person = kind === 'demo' ? t('session.demoPerson') : staffName
    create.mutate({ kind, branchName: name, staffNo, staffName: person, passphrase })
  }
  return (
    <SessionCard title={t('session.welcome')} text={t('session.welcomeText')} width={460}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Group justify="flex-end">
            <LanguageChoice />
          </Group>
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
            {t(kind === 'demo' ? 'session.demoText' : 'session.createText')}{' '}
            {kind === 'demo' && t('session.demoStaff')}
          </Text>
          {kind === 'new' && (
            <>
              <TextInput
                label={t('session.branchName')}
                value={branchName}
                onChange={(event) => setBranchName(event.currentTarget.value)}
                required
                maxLength={60}
                error={faultOf('branchName', t('session.missing'))}
              />
              <TextInput
                label={t('session.staffName')}
                value={staffName}
                onChange={(event) => setStaffName(event.currentTarget.value)}
                required
                maxLength={40}
                error={faultOf('staffName', t('session.missing'))}
              />
            </>
          )}
          <TextInput
            label={t('session.staffNo')}
            value={staffNo}
            onChange={(event) => setStaffNo(event.currentTarget.value)}
            required
            maxLength={16}
            error={faultOf('staffNo', t('session.staffNoWrong'))}
          />
          <RepeatedPassphrase
            label={t('session.passphrase')}
            autoFocus
            {...(tried ? { checkedFor: staffNo } : {})}
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
