import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainWitnesses } from '../../../shared/contract/audit.ts'
import { shortWitness } from '../../../shared/domain/branch/witness.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { grouped } from '../../ui/amounts.ts'
import { Problem } from '../../ui/problem.tsx'

/** What this PC remembers of the chain outside the database, and a field for what stands at the foot of a sheet. */
export function WitnessComparison({
  witnesses,
  error,
  compare,
}: {
  readonly witnesses: ChainWitnesses | undefined
  readonly error: CallError | null
  compare(input: { readonly typed: string | null }): void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    compare({ typed: typed.trim() === '' ? null : typed })
  }
  return (
    <Stack gap="xs">
      {witnesses !== undefined && (
        <>
          <Text size="sm">{t('audit.witnesses.newest', { end: shortWitness(witnesses.newest) })}</Text>
          <List size="sm" aria-label={t('audit.witnesses.compared')}>
            {witnesses.compared.map(({ from, seq, state }) => (
              <List.Item key={from} {...(state === 'same' ? {} : { c: 'red', fw: 600 })}>
                {state === 'same' ? '✓ ' : '✕ '}
                {t(`audit.witnesses.${from}`, { seq: grouped(seq) })}
                {t(`audit.witnesses.state.${state}`)}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <form onSubmit={submit}>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('audit.witnesses.fromPaper')}
            placeholder="1204-3f9a1c2b"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            maxLength={100}
            style={{ flex: 1 }}
          />
          <Button type="submit" variant="default">
            {t('audit.witnesses.compare')}
          </Button>
        </Group>
      </form>
      <Problem error={error} />
    </Stack>
  )
}
