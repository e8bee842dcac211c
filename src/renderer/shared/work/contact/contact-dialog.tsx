import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { Channel } from '../../../../shared/domain/work/contact.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { type Named, whoText } from '../../person/who.ts'
import { ContactForm } from './contact-form.tsx'

export interface ContactDialogProps {
  readonly intent: OpenIntent
  readonly customer: Named
  /** Channels on which marketing is barred; only a refusal can be recorded there. */
  readonly closedChannels?: readonly Channel[]
  readonly opened: boolean
  onClose(): void
}

/** Records a contact in a few keys: a digit for the channel, a digit for what came of it, Enter (F6). */
export function ContactDialog(props: ContactDialogProps) {
  const { t } = useTranslation()
  const { intent, customer, closedChannels = [], opened, onClose } = props
  const product = t(`intents.product.${intent.product}`)
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('followups.contact.title', { name: whoText(customer), product })}
      size={640}
    >
      {opened && (
        <ContactForm key={intent.uid} intent={intent} closedChannels={closedChannels} onDone={onClose} />
      )}
    </Dialog>
  )
}
