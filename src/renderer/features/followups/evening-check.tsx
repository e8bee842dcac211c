import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EveningCheck as Check, CheckedRow, FollowupRow } from '../../../shared/contract/followups.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useSteps } from '../../router/navigation.tsx'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CheckedLine } from './checked-line.tsx'
import classes from './evening-check.module.css'
import { ClosedRow, RecordedRow, RowScan, recordsContact, useRecording } from './recording-parts.tsx'

/** Two lines a row. */
const ROW_HEIGHT = 54

/** 夕会核对: the day's printed rows, what nobody touched first. Scanning a row of the paper records its contact. */
export function EveningCheck() {
  const { t } = useTranslation()
  const { go } = useSteps()
  const recording = useRecording()
  const check = useOperation('followups.eveningCheck', {})
  const back = () => go({ screen: 'followups', view: 'day' })
  return (
    <Screen
      title={t('followups.evening.title')}
      onKey={({ key }) => {
        if (key !== 'Escape') return false
        back()
        return true
      }}
      actions={
        <>
          <RowScan recording={recording} />
          <Button variant="default" onClick={back}>
            {t('followups.evening.back')}
          </Button>
        </>
      }
    >
      <div className={classes.page}>
        <Problem error={recording.scan.error ?? check.error} />
        <ClosedRow recording={recording} />
        {check.isPending && <Waiting lines={10} />}
        {check.data !== undefined && <Checked check={check.data} onRecord={recording.record} />}
        <RecordedRow recording={recording} />
      </div>
    </Screen>
  )
}

function Checked({ check, onRecord }: { readonly check: Check; onRecord(row: FollowupRow): void }) {
  const { t } = useTranslation()
  const person = useRowPerson()
  const { asOf, prints, counts, rows } = check
  if (rows.length === 0)
    return (
      <Empty
        title={t('followups.evening.none', { day: shortDay(asOf, t) })}
        text={t('followups.evening.noneHelp')}
      />
    )
  return (
    <>
      <div className={classes.summary} role="status">
        <Text span size="sm" fw={600}>
          {t('followups.evening.counts', counts)}
        </Text>
        <Text span size="xs" c="dimmed">
          {t('followups.evening.prints', { numbers: prints.join(t('app.listSeparator')) })}
        </Text>
        <Text span size="xs" c="dimmed">
          {t('followups.evening.keys')}
        </Text>
      </div>
      <RowList
        label={t('followups.evening.list')}
        rows={rows}
        rowHeight={ROW_HEIGHT}
        keyOf={(row) => row.line.intent.uid}
        isAnother={({ line }) => person.isAnother(line.customer.uid)}
        onSelect={({ line }) => person.select(line.customer.uid)}
        render={(row) => <CheckedLine row={row} onRecord={() => onRecord(row.line)} />}
        onOpen={({ line }: CheckedRow) => person.open(line.customer.uid)}
        onKey={(event, row) => {
          if (row.fate === 'done' || !recordsContact(event)) return false
          onRecord(row.line)
          return true
        }}
        takesFocus="unless-typing"
      />
    </>
  )
}
