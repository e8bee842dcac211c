import { useTranslation } from 'react-i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { useTellDetails } from '../../shared/undo/step-details.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { leadWho } from './lead-name.ts'

/** Says that a stranger was saved, and who follows them up by when. */
export function useLeadNotice(): (lead: LeadLine, created: boolean) => void {
  const { t } = useTranslation()
  const tell = useTellDetails()
  return (lead, created) => {
    const words = {
      name: leadWho(lead, t),
      product: t(`intents.product.${lead.product}`),
      level: t(`intents.level.${lead.level}`),
    }
    const saved = t(created ? 'leads.quick.saved' : 'leads.quick.strengthened', words)
    const { nextOn, ownerName: owner } = lead
    const next = nextOn === null ? [] : [t('leads.quick.savedNext', { owner, day: shortDay(nextOn, t) })]
    tell({ action: 'leads.save', lines: [saved, ...next] })
  }
}
