import type { TFunction } from 'i18next'
import type { LeadLine } from '../../../shared/contract/leads.ts'

/** `王先生`: how a stranger is called. */
export function leadName({ surname, title }: Pick<LeadLine, 'surname' | 'title'>, t: TFunction): string {
  return t(`leads.name.${title}`, { surname })
}
