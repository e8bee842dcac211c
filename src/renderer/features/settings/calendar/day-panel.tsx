import { Badge, Button, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { weekday } from '../../../../shared/domain/calendar/civil-date.ts'
import type { DayVerdict } from '../../../../shared/domain/calendar/working-days.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { holidayName } from '../../../ui/civil-dates.ts'
import { Problem } from '../../../ui/problem.tsx'

/** The chosen day: what it is and who says so; keepers may decide otherwise for the branch. */
export function DayPanel({ day }: { readonly day: DayVerdict }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  return (
    <Stack gap="sm">
      <div>
        <Title order={3} size="h5">
          {day.on} {t(`app.weekday.${weekday(day.on)}`)}
        </Title>
        <Text size="sm">
          {t(`settings.calendar.kind.${day.kind}`)}
          {day.name !== undefined && day.name !== '' && ` · ${holidayName(day.name, t)}`}
        </Text>
        <Group gap="xs" mt={4}>
          <Text size="xs" c="dimmed">
            {t('settings.calendar.decidedBy', { source: t(`settings.calendar.source.${day.source}`) })}
          </Text>
          {!day.published && (
            <Badge color="yellow" variant="light" size="sm" radius="sm">
              {t('settings.calendar.unpublished')}
            </Badge>
          )}
        </Group>
      </div>
      {mayCall(staff.role, 'settings.setDayOverride') && <DayOverrideForm day={day} />}
    </Stack>
  )
}

type Ruling = 'notice' | 'work' | 'off'
const RULINGS: readonly Ruling[] = ['notice', 'work', 'off']
const WORKING: Readonly<Record<Ruling, boolean | null>> = { notice: null, work: true, off: false }

function rulingOf({ source, working }: DayVerdict): Ruling {
  if (source !== 'branch') return 'notice'
  return working ? 'work' : 'off'
}

function DayOverrideForm({ day }: { readonly day: DayVerdict }) {
  const { t } = useTranslation()
  const kept = rulingOf(day)
  const keptReason = day.source === 'branch' ? (day.name ?? '') : ''
  const [ruling, setRuling] = useState(kept)
  const [reason, setReason] = useState(keptReason)
  const command = useCommand('settings.setDayOverride')
  const reasonMissing = ruling !== 'notice' && reason.trim() === ''
  const unchanged = ruling === kept && (ruling === 'notice' || reason.trim() === keptReason)
  useUnsaved(!unchanged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reasonMissing || unchanged) return
    command.mutate({ on: day.on, working: WORKING[ruling], reason: ruling === 'notice' ? '' : reason.trim() })
  }
  return (
    <form onSubmit={submit} aria-label={t('settings.calendar.override')}>
      <Stack gap="sm">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('settings.calendar.override')}
          value={ruling}
          onChange={(value) => setRuling(RULINGS.find((each) => each === value) ?? ruling)}
          data={RULINGS.map((each) => ({ value: each, label: t(`settings.calendar.ruling.${each}`) }))}
        />
        <TextInput
          label={t('settings.calendar.reason')}
          placeholder={t('settings.calendar.reasonExample')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          disabled={ruling === 'notice'}
          required={ruling !== 'notice'}
          maxLength={100}
        />
        <Text size="xs" c="dimmed">
          {t('settings.calendar.overrideHint')}
        </Text>
        <Problem error={command.error} />
        <Group>
          <Button type="submit" loading={command.isPending} disabled={reasonMissing || unchanged}>
            {t('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
