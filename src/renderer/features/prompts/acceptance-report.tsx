import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromptTally } from '../../../shared/contract/prompts.ts'
import { addDays } from '../../../shared/domain/calendar/civil-date.ts'
import { acceptanceRate, LEAST_FOR_RATE } from '../../../shared/domain/prompts/prompt-history.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useOverlay } from '../../router/navigation.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './prompts.module.css'

/** How many days each period looks back, today among them. */
const PERIODS = { today: 1, week: 7, month: 30 } as const
type Period = keyof typeof PERIODS
const PERIOD_NAMES: readonly Period[] = ['today', 'week', 'month']

/** 提示 → 接受率, behind a button: what became of the prompts, kind by kind. */
export function AcceptanceReport() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('acceptance')
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('prompts.report.open')}
      </Button>
      <Dialog opened={shown} onClose={close} title={t('prompts.report.title')} size="lg">
        <ReportOfPeriod />
      </Dialog>
    </>
  )
}

function ReportOfPeriod() {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const [period, setPeriod] = useState<Period>('week')
  const report = useOperation('prompts.report', {
    fromOn: addDays(todayOn, 1 - PERIODS[period]),
    toOn: todayOn,
  })
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('prompts.report.period')}
        value={period}
        onChange={(value) => setPeriod(PERIOD_NAMES.find((name) => name === value) ?? 'week')}
        data={PERIOD_NAMES.map((value) => ({ value, label: t(`prompts.report.periods.${value}`) }))}
      />
      <Problem error={report.error} />
      {report.isPending && <Waiting lines={4} />}
      {report.data?.length === 0 && (
        <Empty title={t('prompts.report.none')} text={t('prompts.report.noneHelp')} />
      )}
      {report.data !== undefined && report.data.length > 0 && <Tallies rows={report.data} />}
    </Stack>
  )
}

function Tallies({ rows }: { readonly rows: readonly PromptTally[] }) {
  const { t } = useTranslation()
  const columns = ['kind', 'shown', 'accepted', 'notNow', 'refused', 'unanswered', 'rate'] as const
  return (
    <>
      <table className={classes.report}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`prompts.report.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TallyRow key={row.kind} row={row} />
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed">
        {t('prompts.report.fewHelp', { least: LEAST_FOR_RATE })}
      </Text>
    </>
  )
}

function TallyRow({ row }: { readonly row: PromptTally }) {
  const { t } = useTranslation()
  const { kind, marketing, shown, accepted, refused, notNow } = row
  const rate = acceptanceRate(row)
  return (
    <tr>
      <td>
        {t(`prompts.kind.${kind}`)}
        {marketing && ` · ${t('prompts.report.marketing')}`}
      </td>
      <td>{shown}</td>
      <td>{accepted}</td>
      <td>{notNow}</td>
      <td>{refused}</td>
      <td>{shown - accepted - refused - notNow}</td>
      <td>
        {rate === null
          ? t('prompts.report.few', { least: LEAST_FOR_RATE })
          : t('prompts.report.rateOf', { percent: rate })}
      </td>
    </tr>
  )
}
