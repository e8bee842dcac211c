import { useTranslation } from 'react-i18next'
import { UnsavedScope } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { Referred, ReferredWish } from './refer-draft.ts'
import { ReferForm } from './refer-form.tsx'

export type ReferDialogProps = Referred & {
  /** As `whoText` names a customer, and `strangerText` a stranger. */
  readonly who: string
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
        <Dialog
          opened
          onClose={() => leave(props.onDone)}
          title={t('referrals.refer.title', { name: props.who })}
          size={680}
        >
          <ReferForm about={about} intent={props.intent} onDone={props.onDone} />
        </Dialog>
      )}
    </UnsavedScope>
  )
}
