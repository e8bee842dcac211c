import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOverlay } from '../../router/navigation.tsx'
import type { RequestOf } from '../../router/requests.ts'
import { UnsavedScope } from '../../router/unsaved.tsx'
import { useRequest } from '../../router/use-request.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useScreenHotkeys } from '../../ui/screen-hotkeys.ts'
import type { StrangerBegun } from './lead-draft.ts'
import { QuickLead } from './quick-lead.tsx'

/** What is known of a stranger before anything was typed. */
const NOTHING_KNOWN: StrangerBegun = { typed: '', from: null }

/** The quick lead over any screen of the workstation, by key F3 or its function code. */
export function QuickLeadDialog() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('quick-lead')
  const [begun, setBegun] = useState<StrangerBegun>(NOTHING_KNOWN)
  const begin = ({ typed, from }: RequestOf<'quick-lead'>) => {
    setBegun({ typed, from: from ?? null })
    open()
  }
  const end = () => {
    setBegun(NOTHING_KNOWN)
    close()
  }
  // A place that knows more of the stranger takes the key first.
  useScreenHotkeys([['F3', open]])
  // What is being typed of another stranger is not lost.
  useRequest('quick-lead', begin, !shown)
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
          <QuickLead {...begun} onSaved={end} onLeave={end} />
        </Dialog>
      )}
    </UnsavedScope>
  )
}
