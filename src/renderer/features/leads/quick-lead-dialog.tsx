import { useTranslation } from 'react-i18next'
import { useOverlay } from '../../router/navigation.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useScreenHotkeys } from '../../ui/screen-hotkeys.ts'
import { QuickLead } from './quick-lead.tsx'

/** The quick lead over any screen of the workstation, by key F3 or its function code. */
export function QuickLeadDialog() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('quick-lead')
  useScreenHotkeys([['F3', open]])
  return (
    <Dialog opened={shown} onClose={close} closeOnEscape={false} title={t('leads.quick.title')} size={460}>
      <QuickLead onSaved={close} onLeave={close} />
    </Dialog>
  )
}
