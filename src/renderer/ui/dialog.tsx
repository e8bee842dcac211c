import { Modal, type ModalProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFocusBack } from './focus-back.ts'

/** A dialog over the screen: while it is open it has all keys, and it gives the focus back to where it was opened. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation()
  // The library's own return knows nothing of a dialog that is there from its first moment on.
  useFocusBack(props.opened)
  return <Modal returnFocus={false} closeButtonProps={{ 'aria-label': t('app.close') }} {...props} />
}
