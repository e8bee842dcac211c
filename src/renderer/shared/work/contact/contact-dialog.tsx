import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../../shared/domain/work/contact.ts'
import { UnsavedScope } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type Named, whoText } from '../../person/who.ts'
import type { ContactSubject } from './contact-draft.ts'
import { ContactForm } from './contact-form.tsx'

export interface ContactDialogProps {
  /** With one intent it is about that one, with several it is asked which, with none it is about the customer. */
  readonly subject: ContactSubject
  readonly customer: Named
  /** Channels on which marketing is barred; only a refusal can be recorded there. */
  readonly closedChannels?: readonly Channel[]
  onClose(): void
}

/** Records a contact in a few keys: a digit for the channel, a digit for what came of it, Enter (F6). */
export function ContactDialog(props: ContactDialogProps) {
  const { t } = useTranslation()
  const { subject, customer, closedChannels = [], onClose } = props
  return (
    <UnsavedScope>
      {(leave) => (
        <Dialog
          opened
          onClose={() => leave(onClose)}
          title={t('followups.contact.title', { name: whoText(customer) })}
          size={680}
        >
          <ContactForm
            subject={subject}
            asks={subject.intents.length > 1}
            closedChannels={closedChannels}
            onDone={onClose}
          />
        </Dialog>
      )}
    </UnsavedScope>
  )
}
