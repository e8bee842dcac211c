import type { TFunction } from 'i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'
import { strangerText } from '../../shared/person/who.ts'

/** `王先生`: how a stranger is called. */
export function leadName({ surname, title }: Pick<LeadLine, 'surname' | 'title'>, t: TFunction): string {
  return t(`leads.name.${title}`, { surname })
}

/** `王先生 ·5678`: a stranger as everything that writes names them. */
export function leadWho(
  lead: Pick<LeadLine, 'surname' | 'title' | 'maskedPhone' | 'ticket'>,
  t: TFunction,
): string {
  return strangerText(leadName(lead, t), lead.maskedPhone, lead.ticket)
}
