import { useTranslation } from 'react-i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { type StepDetails, useTellDetails } from '../../shared/undo/step-details.ts'
import { shortDay } from '../../ui/civil-dates.ts'

/** Says of a lead that was saved or moved who follows it up by when; what was done, the notice of the step says itself. */
export function useLeadNotice(action: StepDetails['action']): (lead: LeadLine) => void {
  const { t } = useTranslation()
  const tell = useTellDetails()
  return ({ nextOn, ownerName: owner }) => {
    const next = nextOn === null ? [] : [t('leads.quick.savedNext', { owner, day: shortDay(nextOn, t) })]
    tell({ action, lines: next })
  }
}
