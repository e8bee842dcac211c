import { Button, Group, NumberInput, Progress, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArrivalSources } from '../../../../shared/contract/arrivals.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { Problem } from '../../../ui/problem.tsx'
import classes from './arrivals.module.css'
import { SourceEvents } from './source-events.tsx'
import { StateLine } from './source-state.tsx'

/** What a morning is made of, with the limits that the router has. */
const FIELDS = [
  { name: 'arrivals', max: 500, min: 1 },
  { name: 'minutes', max: 600, min: 1 },
  { name: 'compression', max: 10_000, min: 1 },
  { name: 'seed', max: 1_000_000, min: 0 },
] as const
type Field = (typeof FIELDS)[number]['name']

const MORNING: Readonly<Record<Field, number | string>> = {
  arrivals: 120,
  minutes: 60,
  compression: 60,
  seed: 1,
}

/** Replays a morning of the demo branch. */
export function SimulatorPage({ state, arrived, planned }: ArrivalSources['simulator']) {
  const { t } = useTranslation()
  const { branch } = useOpenSession()
  return (
    <div className={classes.page}>
      <Stack className={classes.form} gap="xs">
        <Text size="sm" c="dimmed">
          {t('arrivals.hint.simulator')}
        </Text>
        <StateLine state={state} />
        {branch.demo ? (
          <SimulationForm running={state.state === 'running'} />
        ) : (
          <Text size="sm">{t('arrivals.notHere')}</Text>
        )}
        {planned > 0 && (
          <>
            <Progress value={(arrived / planned) * 100} aria-label={t('arrivals.source.simulator')} />
            <Text size="sm" role="status">
              {t('arrivals.arrived', { arrived, planned })}
            </Text>
          </>
        )}
      </Stack>
      <div className={classes.aside}>
        <SourceEvents source="simulator" />
      </div>
    </div>
  )
}

function SimulationForm({ running }: { readonly running: boolean }) {
  const { t } = useTranslation()
  const [morning, setMorning] = useState(MORNING)
  const start = useCommand('arrivals.simulate')
  const stop = useCommand('arrivals.stopSimulation')
  const whole = Object.values(morning).every((value) => typeof value === 'number')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate({
      arrivals: Number(morning.arrivals),
      minutes: Number(morning.minutes),
      compression: Number(morning.compression),
      seed: Number(morning.seed),
    })
  }
  return (
    <form onSubmit={submit} aria-label={t('arrivals.source.simulator')}>
      <Stack gap="xs">
        <div className={classes.fields}>
          {FIELDS.map(({ name, min, max }) => (
            <NumberInput
              key={name}
              size="xs"
              label={t(`arrivals.morning.${name}`)}
              value={morning[name]}
              min={min}
              max={max}
              clampBehavior="strict"
              allowDecimal={false}
              onChange={(value) => setMorning((before) => ({ ...before, [name]: value }))}
            />
          ))}
        </div>
        <Group gap="xs">
          <Button type="submit" loading={start.isPending} disabled={!whole || running}>
            {t('arrivals.start')}
          </Button>
          <Button variant="default" disabled={!running} onClick={() => stop.mutate({})}>
            {t('arrivals.stop')}
          </Button>
        </Group>
        <Problem error={start.error ?? stop.error} />
      </Stack>
    </form>
  )
}
