import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverlay } from '../../router/navigation.tsx'
import { UnsavedScope } from '../../router/unsaved.tsx'
import { useRequest } from '../../router/use-request.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useScreenHotkeys } from '../../ui/screen-hotkeys.ts'
import { QuickLead } from './quick-lead.tsx'

/** The quick lead over any screen of the workstation, by key F3 or its function code. */
export function QuickLeadDialog() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('quick-lead')
  const [typed, setTyped] = useState('')
  const begin = (text: string) => {
    setTyped(text)
    open()
  }
  const end = () => {
    setTyped('')
    close()
  }
  // A place that knows more of the stranger takes the key first.
  useScreenHotkeys([['F3', open]])
  // What is being typed of another stranger is not lost.
  useRequest('quick-lead', (request) => begin(request.typed), !shown)
  return (
    <UnsavedScope overlay>
      {(leave) => (
        <Dialog
          opened={shown}
          onClose={() => leave(end)}
          closeOnEscape={false}
          title={t('leads.quick.title')}
          size={460}
        >
          <QuickLead typed={typed} onSaved={end} onLeave={end} />
        </Dialog>
      )}
    </UnsavedScope>
  )
}
