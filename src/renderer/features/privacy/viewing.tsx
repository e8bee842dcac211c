import { ActionIcon, Group, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffAccess } from '../../../shared/contract/privacy.ts'
import { addDays, isCivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { useOperation } from '../../ipc/operations.ts'
import { Empty } from '../../ui/empty.tsx'
import { KeyPlace } from '../../ui/key-place.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AccessLog } from './access-log.tsx'
import classes from './privacy.module.css'
import { Questions } from './questions.tsx'
import { StaffLine, StaffLineHead } from './staff-line.tsx'
import type { AccessSubject } from './use-access-log.ts'

const ROW_HEIGHT = 34

/** A day of looks: what might be asked, everyone's figures, and behind each row the looks themselves. Esc goes back. */
export function Viewing() {
  const { t } = useTranslation()
  const [on, setOn] = useState<string | null>(null)
  const [about, setAbout] = useState<AccessSubject | null>(null)
  const day = useOperation('privacy.day', { on })
  if (day.data === undefined)
    return day.error === null ? <Waiting lines={10} /> : <Problem error={day.error} />
  const back = () => setAbout(null)
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || about === null) return false
    back()
    return true
  }
  return (
    <KeyPlace className={classes.viewing} label={t('privacy.tab.viewing')} onKey={onKey}>
      {about === null ? (
        <>
          <DayChoice
            on={day.data.on}
            onChange={(chosen) => {
              setOn(chosen)
              back()
            }}
          />
          <Problem error={day.error} />
          <Questions questions={day.data.questions} />
          <StaffList
            staff={day.data.staff}
            onOpen={(staff) => setAbout({ kind: 'staff', staff, on: day.data.on })}
          />
        </>
      ) : (
        <AccessLog about={about} onAbout={setAbout} onBack={back} />
      )}
    </KeyPlace>
  )
}

function DayChoice({ on, onChange }: { readonly on: string; onChange(on: string): void }) {
  const { t } = useTranslation()
  return (
    <Group gap={4}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('privacy.previousDay')}
        onClick={() => onChange(addDays(on, -1))}
      >
        ‹
      </ActionIcon>
      <TextInput
        size="xs"
        type="date"
        aria-label={t('privacy.day')}
        value={on}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (isCivilDate(value)) onChange(value)
        }}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('privacy.nextDay')}
        onClick={() => onChange(addDays(on, 1))}
      >
        ›
      </ActionIcon>
    </Group>
  )
}

function StaffList(props: { readonly staff: readonly StaffAccess[]; onOpen(staff: StaffAccess): void }) {
  const { t } = useTranslation()
  if (props.staff.length === 0) return <Empty title={t('privacy.noLooks')} text={t('privacy.noLooksHelp')} />
  return (
    <div className={classes.list}>
      <StaffLineHead />
      <RowList
        label={t('privacy.staff')}
        rows={props.staff}
        rowHeight={ROW_HEIGHT}
        keyOf={({ staffNo }) => staffNo}
        render={(staff) => <StaffLine staff={staff} />}
        onOpen={props.onOpen}
        takesFocus="unless-typing"
      />
    </div>
  )
}
