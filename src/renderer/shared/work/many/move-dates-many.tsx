import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_REASON, saysWhy } from '../../../../shared/domain/consent/reason.ts'
import { call } from '../../../ipc/bridge.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { UnpublishedOn } from '../due-reason.tsx'
import { ManyDialog, type ManyRow } from './many-dialog.tsx'

/** Gives several intents another next date, with the reason that the audit keeps. */
export function MoveDatesMany(props: { readonly rows: readonly ManyRow[]; onDone(): void; onClose(): void }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { rows, onDone, onClose } = props
  const [nextOn, setNextOn] = useState('')
  const [reason, setReason] = useState('')
  return (
    <ManyDialog
      title={t('lists.many.moveTitle', { rows: rows.length })}
      rows={rows}
      changed={nextOn !== '' || reason.trim() !== ''}
      ready={nextOn !== '' && saysWhy(reason)}
      save={(uids) => call('intents.moveDates', { intentUids: uids, nextOn, reason: reason.trim() })}
      onDone={onDone}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('lists.many.on')}
        description={nextOn === '' ? undefined : <UnpublishedOn on={nextOn} />}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={nextOn}
        min={todayOn}
        data-autofocus
        required
        onChange={({ currentTarget: { value } }) => setNextOn(value)}
      />
      <TextInput
        label={t('lists.many.reason')}
        description={t('lists.many.reasonShort', { least: SHORTEST_REASON })}
        value={reason}
        maxLength={200}
        required
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
    </ManyDialog>
  )
}
