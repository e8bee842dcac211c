import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../ipc/bridge.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { ManyDialog, type ManyRow } from './many-dialog.tsx'

/** Hands several intents or leads to one colleague. */
export function HandOverMany(props: {
  readonly of: 'intents' | 'leads'
  readonly rows: readonly ManyRow[]
  onDone(): void
  onClose(): void
}) {
  const { t } = useTranslation()
  const { of, rows, onDone, onClose } = props
  const [ownerNo, setOwnerNo] = useState('')
  const colleagues = (useOperation('staff.list', {}).data ?? []).filter(
    ({ active, role }) => active && role !== 'admin',
  )
  return (
    <ManyDialog
      title={t('lists.many.handOverTitle', { rows: rows.length })}
      rows={rows}
      ready={ownerNo !== ''}
      changed={ownerNo !== ''}
      save={(uids) =>
        of === 'intents'
          ? call('intents.reassignMany', { intentUids: uids, ownerNo })
          : call('leads.reassignMany', { leadUids: uids, ownerNo })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <NativeSelect
        label={t('lists.many.to')}
        value={ownerNo}
        data-autofocus
        onChange={({ currentTarget: { value } }) => setOwnerNo(value)}
        data={[
          { value: '', label: '' },
          ...colleagues.map(({ no, name, role }) => ({
            value: no,
            label: `${name} · ${t(`app.role.${role}`)}`,
          })),
        ]}
      />
    </ManyDialog>
  )
}
