import { useTranslation } from 'react-i18next'
import type { ResultOf } from '../../../../shared/contract/index.ts'
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
  const finish = (action: 'followups.record' | 'followups.note', line: string) => {
    tell({ action, lines: [line] })
    onDone()
  }
  const saidOf = ({ nextOn, open }: ResultOf<'followups.record'>, aboutIntent: boolean) => {
    if (nextOn !== null) return t('followups.contact.saved', { day: shortDay(nextOn, t) })
    return t(aboutIntent && !open ? 'followups.contact.savedClosed' : 'followups.contact.savedAlone')
  }
  return {
    busy,
    error: record.error ?? note.error,
    save: (recording) => {
      if (busy) return
      if (recording.kind === 'note') {
        note.mutate(recording.input, {
          onSuccess: () => finish('followups.note', t('followups.contact.savedNote')),
        })
        return
      }
      const aboutIntent = recording.input.intentUid !== undefined
      record.mutate(recording.input, {
        onSuccess: (result) => finish('followups.record', saidOf(result, aboutIntent)),
      })
    },
  }
}
