import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useOverlay } from '../../router/navigation.tsx'
import { UnsavedScope } from '../../router/unsaved.tsx'
import { QuickLead } from './quick-lead.tsx'

/** The quick lead over any screen of the workstation, by key F3 or its function code. */
export function QuickLeadDialog() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('quick-lead')
  useHotkeys([['F3', (event) => !event.isComposing && open()]], [])
  return (
    <UnsavedScope overlay>
      {(leave) => (
        <Modal
          opened={shown}
          onClose={() => leave(close)}
          closeOnEscape={false}
          title={t('leads.quick.title')}
          closeButtonProps={{ 'aria-label': t('app.close') }}
          size={460}
        >
          <QuickLead onSaved={close} onLeave={close} />
        </Modal>
      )}
    </UnsavedScope>
  )
}
