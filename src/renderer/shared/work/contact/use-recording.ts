import { useTranslation } from 'react-i18next'
import type { CallError } from '../../../ipc/call-error.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { shortDay } from '../../../ui/civil-dates.ts'
import { useTellDetails } from '../../undo/step-details.ts'
import type { Recording } from './contact-draft.ts'

/** Saves a contact or a note, and tells where the follow-up went once the dialog is gone. */
export function useRecording(onDone: () => void): {
  readonly busy: boolean
  readonly error: CallError | null
  save(recording: Recording): void
} {
  const { t } = useTranslation()
  const record = useCommand('followups.record')
  const note = useCommand('followups.note')
  const busy = record.isPending || note.isPending
  const tell = useTellDetails()
  const finish = (action: 'followups.record' | 'followups.note', lines: readonly string[]) => {
    tell({ action, lines })
    onDone()
  }
  return {
    busy,
    error: record.error ?? note.error,
    save: (recording) => {
      if (busy) return
      if (recording.kind === 'note') {
        note.mutate(recording.input, { onSuccess: () => finish('followups.note', []) })
        return
      }
      record.mutate(recording.input, {
        onSuccess: ({ nextOn }) =>
          finish(
            'followups.record',
            nextOn === null ? [] : [t('followups.contact.nextOn', { day: shortDay(nextOn, t) })],
          ),
      })
    },
  }
}
