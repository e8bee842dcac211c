import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainVerdict } from '../../../shared/contract/audit.ts'
import { useCommand } from '../../ipc/operations.ts'
import { grouped } from '../../ui/amounts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { exactShanghaiTime } from '../../ui/instants.ts'
import { explain } from '../../ui/problem.tsx'
import { useChainCheck } from './use-chain-check.ts'
import { WitnessComparison } from './witness-comparison.tsx'

/** Recomputes the chain with its progress, from the first link or from where the last check came to, and compares its witnesses. */
export function ChainDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const check = useChainCheck()
  const witnesses = useCommand('audit.compareWitnesses')
  const { begin } = check
  const { mutate: compare } = witnesses
  useEffect(() => {
    begin(null)
    compare({})
  }, [begin, compare])
  const checked = witnesses.data?.checked ?? null
  const { state } = check
  const running = state?.kind === 'running'
  return (
    <Dialog opened onClose={onClose} size="lg" title={t('audit.verify')}>
      <Stack gap="md">
        <Stack gap="xs">
          <Text size="sm" role="status" {...(isBad(state) ? { c: 'red', fw: 600 } : {})}>
            {stateWords(state, t)}
          </Text>
          {(running || state?.kind === 'left') && (
            <Progress
              value={state.of === 0 ? 0 : (100 * state.done) / state.of}
              aria-label={t('audit.verify')}
            />
          )}
          <Group gap="sm">
            {running && (
              <Button variant="default" onClick={check.leave}>
                {t('audit.check.leave')}
              </Button>
            )}
            {state?.kind === 'left' && (
              <Button variant="default" onClick={check.goOn}>
                {t('audit.check.goOn')}
              </Button>
            )}
            {!running && checked !== null && (
              <Button
                variant="default"
                onClick={() => begin({ part: 'links', seq: checked.seq, hash: checked.hash })}
              >
                {t('audit.check.newOnly', { seq: grouped(checked.seq), at: exactShanghaiTime(checked.at) })}
              </Button>
            )}
            {!running && (
              <Button variant="default" onClick={() => begin(null)}>
                {t('audit.check.all')}
              </Button>
            )}
          </Group>
        </Stack>
        <WitnessComparison witnesses={witnesses.data} error={witnesses.error} compare={compare} />
      </Stack>
    </Dialog>
  )
}

type State = ReturnType<typeof useChainCheck>['state']

function isBad(state: State): boolean {
  return state?.kind === 'failed' || (state?.kind === 'done' && !state.verdict.intact)
}

function stateWords(state: State, t: TFunction): string {
  switch (state?.kind) {
    case undefined:
      return ''
    case 'running':
      return t('audit.check.running', { done: grouped(state.done), of: grouped(state.of) })
    case 'left':
      return t('audit.check.left', { done: grouped(state.done), of: grouped(state.of) })
    case 'failed':
      return explain(state.error, t).text
    case 'done':
      return verdictWords(state.verdict, t)
  }
}

function verdictWords(verdict: ChainVerdict, t: TFunction): string {
  return verdict.intact
    ? `✓ ${t('audit.intact', { entries: grouped(verdict.entries) })}`
    : `✕ ${t(`audit.broken.${verdict.reason}`, { at: verdict.brokenAt })}`
}
