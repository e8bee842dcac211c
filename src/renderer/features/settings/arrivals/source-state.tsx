import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SourceState } from '../../../../shared/contract/arrivals.ts'
import { CallError } from '../../../ipc/call-error.ts'
import { Problem } from '../../../ui/problem.tsx'

/** Each state has a shape of its own, so that colour is not the only sign. */
const MARKS: Readonly<Record<SourceState['state'], { readonly mark: string; readonly color: string }>> = {
  off: { mark: '○', color: 'dimmed' },
  running: { mark: '●', color: 'teal' },
  connecting: { mark: '◌', color: 'dimmed' },
  error: { mark: '✕', color: 'red' },
}

export function StateMark({ state: { state } }: { readonly state: SourceState }) {
  const { t } = useTranslation()
  const { mark, color } = MARKS[state]
  return (
    <Text span size="xs" c={color} role="img" aria-label={t(`arrivals.state.${state}`)}>
      {mark}
    </Text>
  )
}

/** In words, and where it fails with what to do. */
export function StateLine({ state }: { readonly state: SourceState }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      <Group gap={6}>
        <StateMark state={state} />
        <Text size="sm" fw={600}>
          {t(`arrivals.state.${state.state}`)}
        </Text>
      </Group>
      {state.state === 'error' && (
        <Problem error={new CallError({ code: state.code, detail: state.detail })} />
      )}
    </div>
  )
}
