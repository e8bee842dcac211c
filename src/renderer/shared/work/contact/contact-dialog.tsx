import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { Channel } from '../../../../shared/domain/work/contact.ts'
import { UnsavedScope } from '../../../router/unsaved.tsx'
import { ContactForm } from './contact-form.tsx'

export interface ContactDialogProps {
  readonly intent: OpenIntent
  /** Masked, as every name on a screen. */
  readonly customerName: string
  /** Channels on which marketing is barred; only a refusal can be recorded there. */
  readonly closedChannels?: readonly Channel[]
  readonly opened: boolean
  onClose(): void
}

/** Records a contact in a few keys: a digit for the channel, a digit for what came of it, Enter (F6). */
export function ContactDialog(props: ContactDialogProps) {
  const { t } = useTranslation()
  const { intent, customerName, closedChannels = [], opened, onClose } = props
  const product = t(`intents.product.${intent.product}`)
  return (
    <UnsavedScope>
      {(leave) => (
        <Modal
          opened={opened}
          onClose={() => leave(onClose)}
          closeButtonProps={{ 'aria-label': t('app.close') }}
          title={t('followups.contact.title', { name: customerName, product })}
          size={640}
        >
          {opened && (
            <ContactForm key={intent.uid} intent={intent} closedChannels={closedChannels} onDone={onClose} />
          )}
        </Modal>
      )}
    </UnsavedScope>
  )
}
