import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayVerdict } from '../../../../shared/domain/calendar/working-days.ts'
import { isPlainKey } from '../../../ui/composition.ts'
import classes from './calendar.module.css'
import { DayButton } from './day-button.tsx'
import { dayAfterKey, weeksOf } from './month-weeks.ts'

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0] as const

/** A month of days. Tab reaches the chosen one; keys move it, out of the month too, and the focus goes with it. */
export function MonthGrid(props: {
  readonly days: readonly DayVerdict[]
  readonly chosenOn: string
  readonly todayOn: string
  onChoose(on: string): void
}) {
  const { t } = useTranslation()
  const { days, chosenOn, todayOn, onChoose } = props
  const table = useRef<HTMLTableElement>(null)
  const follow = useRef(false)
  // A day of another month is there only after its month was read.
  useEffect(() => {
    const there = days.some(({ on }) => on === chosenOn)
    if (!follow.current || !there) return
    follow.current = false
    table.current?.querySelector<HTMLElement>(`[data-day="${chosenOn}"]`)?.focus()
  }, [days, chosenOn])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const to = dayAfterKey(event, chosenOn)
    if (to === null) return
    event.preventDefault()
    follow.current = true
    onChoose(to)
  }
  return (
    <table ref={table} className={classes.grid} aria-label={t('settings.section.calendar')}>
      <thead>
        <tr>
          {MONDAY_FIRST.map((weekday) => (
            <th key={weekday} scope="col" className={classes.weekday}>
              {t(`app.weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, row) => (
          <tr key={weekKey(week, row)}>
            {week.map((day, column) => (
              <td key={MONDAY_FIRST[column]}>
                {day !== null && (
                  <DayButton
                    day={day}
                    chosen={day.on === chosenOn}
                    today={day.on === todayOn}
                    onChoose={onChoose}
                    onKeyDown={onKeyDown}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function weekKey(week: readonly (DayVerdict | null)[], row: number): string {
  return week.find((day) => day !== null)?.on ?? `blank ${row}`
}
