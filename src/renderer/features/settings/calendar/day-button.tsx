import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayVerdict } from '../../../../shared/domain/calendar/working-days.ts'
import { holidayName } from '../../../ui/civil-dates.ts'
import classes from './calendar.module.css'

/** One day of the month: its number, 休 or 班 where it differs from the plain week, and who named it. */
export function DayButton(props: {
  readonly day: DayVerdict
  readonly chosen: boolean
  readonly today: boolean
  onChoose(on: string): void
  onKeyDown(event: KeyboardEvent): void
}) {
  const { t } = useTranslation()
  const { day, chosen, today } = props
  const mark = markOf(day)
  const name =
    day.source === 'branch' ? (day.name ?? t('settings.calendar.ours')) : holidayName(day.name ?? '', t)
  const said = [day.on, t(`settings.calendar.kind.${day.kind}`), name]
  if (!day.published) said.push(t('settings.calendar.unpublished'))
  return (
    <UnstyledButton
      className={classes.cell}
      tabIndex={chosen ? 0 : -1}
      aria-pressed={chosen}
      aria-current={today ? 'date' : undefined}
      data-day={day.on}
      data-working={day.working}
      data-mark={mark ?? undefined}
      data-branch={day.source === 'branch'}
      onClick={() => props.onChoose(day.on)}
      onKeyDown={props.onKeyDown}
    >
      <VisuallyHidden>{said.filter((word) => word !== '').join(' ')}</VisuallyHidden>
      <span className={classes.head} aria-hidden>
        <span className={classes.number}>{Number(day.on.slice(8))}</span>
        {mark !== null && <span className={classes.mark}>{t(`settings.calendar.mark.${mark}`)}</span>}
      </span>
      <span className={classes.name} title={name} aria-hidden>
        {name}
      </span>
    </UnstyledButton>
  )
}

/**
 * What is written beside a day's number: 休 on a holiday, 班 on a weekend day that is worked, and either wherever the
 * branch decided. A plain working day and a plain weekend carry nothing, as on printed calendars.
 */
export function markOf({ kind, source, working }: DayVerdict): 'off' | 'work' | null {
  if (source === 'branch') return working ? 'work' : 'off'
  if (kind === 'holiday') return 'off'
  return kind === 'makeup' ? 'work' : null
}
