import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UnsavedScope } from '../../../router/unsaved.tsx'
import type { Referred, ReferredWish } from './refer-draft.ts'
import { ReferForm } from './refer-form.tsx'

export type ReferDialogProps = Referred & {
  /** Masked, as every name on a screen. */
  readonly name: string
  /** What the person wants, where it is known; it can be changed in the dialog. */
  readonly intent?: ReferredWish | undefined
  onDone(): void
}

/** Hands a person on in a few keys (L8): a digit for the person, a digit for the reason, Enter. */
export function ReferDialog(props: ReferDialogProps) {
  const { t } = useTranslation()
  const about: Referred =
    'customerUid' in props ? { customerUid: props.customerUid } : { leadUid: props.leadUid }
  return (
    <UnsavedScope>
      {(leave) => (
        <Modal
          opened
          onClose={() => leave(props.onDone)}
          closeButtonProps={{ 'aria-label': t('app.close') }}
          title={t('referrals.refer.title', { name: props.name })}
          size={680}
        >
          <ReferForm about={about} intent={props.intent} onDone={props.onDone} />
        </Modal>
      )}
    </UnsavedScope>
  )
}
