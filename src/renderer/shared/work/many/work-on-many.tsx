import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import type { RowMarks } from '../../../ui/row-marks.ts'
import { HandOverMany } from './hand-over-many.tsx'
import { ManyBar } from './many-bar.tsx'
import type { ManyRow } from './many-dialog.tsx'
import { MoveDatesMany } from './move-dates-many.tsx'

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
  const marked = rows.filter(({ uid }) => marks.marked.has(uid))
  const close = () => ask(null)
  const done = () => {
    marks.set(new Set())
    close()
  }
  return (
    <>
      <ManyBar marks={marks} keys={rows.map(({ uid }) => uid)}>
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
      {asking === 'owner' && <HandOverMany of={of} rows={marked} onDone={done} onClose={close} />}
      {asking === 'date' && <MoveDatesMany rows={marked} onDone={done} onClose={close} />}
    </>
  )
}
