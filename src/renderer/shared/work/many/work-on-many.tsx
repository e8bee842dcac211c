import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import type { RowMarks } from '../../../ui/row-marks.ts'
import { HandOverMany } from './hand-over-many.tsx'
import { ManyBar } from './many-bar.tsx'
import type { ManyRow } from './many-dialog.tsx'
import { MoveDatesMany } from './move-dates-many.tsx'
import { rowsAtOnce } from './rows-at-once.ts'

/** What is done with several intents or leads at once: hand over, and for intents another date. */
export function WorkOnMany(props: {
  readonly of: 'intents' | 'leads'
  readonly marks: RowMarks
  readonly rows: readonly ManyRow[]
}) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { of, marks, rows } = props
  const [asking, ask] = useState<'owner' | 'date' | null>(null)
  const { now, later } = rowsAtOnce(rows, marks.marked)
  const close = () => ask(null)
  const done = () => {
    marks.set(new Set(later.map(({ uid }) => uid)))
    close()
  }
  return (
    <>
      <ManyBar marks={marks} keys={rows.map(({ uid }) => uid)}>
        {later.length > 0 && (
          <Text span size="xs" c="dimmed">
            {t('lists.many.most', { most: now.length })}
          </Text>
        )}
        {mayCall(staff.role, `${of}.reassignMany`) && (
          <Button size="compact-sm" variant="light" onClick={() => ask('owner')}>
            {t('lists.handOver')}
          </Button>
        )}
        {of === 'intents' && (
          <Button size="compact-sm" variant="light" onClick={() => ask('date')}>
            {t('lists.moveDates')}
          </Button>
        )}
      </ManyBar>
      {asking === 'owner' && <HandOverMany of={of} rows={now} onDone={done} onClose={close} />}
      {asking === 'date' && <MoveDatesMany rows={now} onDone={done} onClose={close} />}
    </>
  )
}
