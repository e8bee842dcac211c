import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainWitnesses } from '../../../shared/contract/audit.ts'
import type { Witness } from '../../../shared/domain/branch/witness.ts'
import { useCommand } from '../../ipc/operations.ts'
import { grouped } from '../../ui/amounts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { exactShanghaiTime } from '../../ui/instants.ts'
import { explain } from '../../ui/problem.tsx'
import { useChainCheck } from './use-chain-check.ts'
import { WitnessComparison } from './witness-comparison.tsx'

/**
 * Recomputes the chain with its progress and compares its witnesses. It begins by itself where no check was kept; else one
 * chooses between all of it and what came since.
 */
export function ChainDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const check = useChainCheck()
  const { witnesses, error, compare } = useWitnesses()
  const { state, begin } = check
  const isFresh = state === null
  const checked = witnesses?.checked
  useEffect(() => {
    if (isFresh && checked === null) begin(null)
  }, [isFresh, checked, begin])
  const running = state?.kind === 'running'
  return (
    <Dialog opened onClose={onClose} size="lg" title={t('audit.verify')}>
      <Stack gap="md">
        <Stack gap="xs">
          {running && <Text size="sm">{runningWords(state, t)}</Text>}
          {/* A count that moves all the time is no news for whoever listens; how it ended is. */}
          <Text size="sm" role="status" {...(isBad(state) ? { c: 'red', fw: 600 } : {})}>
            {endWords(state, checked ?? null, t)}
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
            {!running && checked && (
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
        <WitnessComparison witnesses={witnesses} error={error} compare={compare} />
      </Stack>
    </Dialog>
  )
}

/** The last comparison that succeeded stays in sight while the next one is made, and beside its refusal. */
function useWitnesses() {
  const { mutate: compare, data, error } = useCommand('audit.compareWitnesses')
  const [witnesses, setWitnesses] = useState<ChainWitnesses>()
  useEffect(() => {
    if (data !== undefined) setWitnesses(data)
  }, [data])
  const isFirst = witnesses === undefined
  useEffect(() => {
    if (isFirst) compare({})
  }, [isFirst, compare])
  return { witnesses, error, compare }
}

type State = ReturnType<typeof useChainCheck>['state']

function isBad(state: State): boolean {
  return state?.kind === 'failed' || (state?.kind === 'done' && !state.verdict.intact)
}

function runningWords({ done, of }: { readonly done: number; readonly of: number }, t: TFunction): string {
  return of === 0
    ? t('audit.check.begins')
    : t('audit.check.running', { done: grouped(done), of: grouped(of) })
}

function endWords(state: State, checked: Witness | null, t: TFunction): string {
  switch (state?.kind) {
    case undefined:
    case 'running':
      return ''
    case 'left':
      return t('audit.check.left', { done: grouped(state.done), of: grouped(state.of) })
    case 'failed':
      return explain(state.error, t).text
    case 'done':
      return state.verdict.intact
        ? `✓ ${intactWords(state.verdict.entries, state.since, checked, t)}`
        : `✕ ${t(`audit.broken.${state.verdict.reason}`, { at: state.verdict.brokenAt })}`
  }
}

/** Says no more than was recomputed: what lies before `since` was checked another time. */
function intactWords(entries: number, since: number, checked: Witness | null, t: TFunction): string {
  if (since === 0 || checked === null) return t('audit.intact', { entries: grouped(entries) })
  const earlier = { since: grouped(since), at: exactShanghaiTime(checked.at) }
  if (entries === since) return t('audit.nothingSince', earlier)
  return t('audit.intactSince', { ...earlier, from: grouped(since + 1), entries: grouped(entries) })
}
