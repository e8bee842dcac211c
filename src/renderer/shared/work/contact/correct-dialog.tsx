import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactToCorrect } from '../../../../shared/contract/contact-versions.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { UnsavedScope } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { type Named, whoText } from '../../person/who.ts'
import { CorrectForm } from './correct-form.tsx'

export interface CorrectDialogProps {
  readonly contactUid: string
  readonly customer: Named
  /** It lies over every screen and stays when another one is opened. */
  readonly overlay?: boolean
  onClose(): void
}

/** Corrects a contact that is too old to be taken back: what it says now stands in the fields (F6). */
export function CorrectDialog({ contactUid, customer, overlay = false, onClose }: CorrectDialogProps) {
  const { t } = useTranslation()
  return (
    <UnsavedScope overlay={overlay}>
      {(leave) => (
        <Dialog
          opened
          onClose={() => leave(onClose)}
          title={t('followups.correct.title', { name: whoText(customer) })}
          size={680}
        >
          <CurrentContact contactUid={contactUid} onDone={onClose} />
        </Dialog>
      )}
    </UnsavedScope>
  )
}

/** The form begins with what is stored now, and not with what an earlier look at it left. */
function CurrentContact({ contactUid, onDone }: { readonly contactUid: string; onDone(): void }) {
  const { data, isFetching, error } = useOperation('followups.contact', { contactUid })
  const [begun, setBegun] = useState<ContactToCorrect | null>(null)
  if (begun === null && data !== undefined && !isFetching) setBegun(data)
  if (begun !== null) return <CorrectForm contact={begun} onDone={onDone} />
  return error === null ? <Waiting lines={4} /> : <Problem error={error} />
}
