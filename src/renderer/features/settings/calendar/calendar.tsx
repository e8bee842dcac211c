import { ActionIcon, Badge, Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, monthOf, yearOf } from '../../../../shared/domain/calendar/civil-date.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import classes from './calendar.module.css'
import { DayPanel } from './day-panel.tsx'
import { ImportNotice } from './import-notice.tsx'
import { MonthGrid } from './month-grid.tsx'

/** The working calendar (F3): a month, the chosen day, and what decides about it. */
export function Calendar() {
  const { t } = useTranslation()
  const { staff, todayOn } = useOpenSession()
  const [on, setOn] = useState(todayOn)
  const [importing, setImporting] = useState(false)
  const month = useOperation('settings.calendar', { month: monthOf(on) })
  if (month.data === undefined)
    return month.isError ? <Problem error={month.error} /> : <Waiting lines={10} />
  const { days, publishedYears } = month.data
  const day = days.find((each) => each.on === on)
  return (
    <div className={classes.calendar}>
      <section className={classes.month}>
        <Group gap="xs" mb="xs">
          <MonthPager on={on} onMove={setOn} />
          {!publishedYears.includes(yearOf(on)) && (
            <Badge color="yellow" variant="light" radius="sm" title={t('settings.calendar.unpublishedHint')}>
              {t('settings.calendar.unpublished')}
            </Badge>
          )}
          {mayCall(staff.role, 'settings.importNotice') && (
            <Button variant="default" ml="auto" onClick={() => setImporting(true)}>
              {t('settings.calendar.import')}
            </Button>
          )}
        </Group>
        <MonthGrid days={days} chosenOn={on} todayOn={todayOn} onChoose={setOn} />
        <Text size="xs" c="dimmed" mt="xs">
          {t('settings.calendar.legend')}
        </Text>
      </section>
      <aside className={classes.day}>{day !== undefined && <DayPanel key={stateOf(day)} day={day} />}</aside>
      {importing && <ImportNotice publishedYears={publishedYears} onClose={() => setImporting(false)} />}
    </div>
  )
}

/** A day that was changed elsewhere begins anew with what it is now. */
function stateOf(day: { readonly on: string; readonly working: boolean; readonly source: string }): string {
  return `${day.on} ${day.working} ${day.source}`
}

function MonthPager(props: { readonly on: string; onMove(on: string): void }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { on, onMove } = props
  return (
    <>
      <ActionIcon
        variant="default"
        aria-label={t('settings.calendar.previous')}
        onClick={() => onMove(addMonths(on, -1))}
      >
        ‹
      </ActionIcon>
      <Title order={2} size="h5" miw={96} ta="center" aria-live="polite">
        {t('settings.calendar.month', { year: on.slice(0, 4), month: on.slice(5, 7) })}
      </Title>
      <ActionIcon
        variant="default"
        aria-label={t('settings.calendar.next')}
        onClick={() => onMove(addMonths(on, 1))}
      >
        ›
      </ActionIcon>
      <Button variant="subtle" onClick={() => onMove(todayOn)}>
        {t('settings.calendar.today')}
      </Button>
    </>
  )
}
