import { surnameCandidates } from '../../../shared/domain/text/surname-candidates.ts'
import { LEAD_TITLES, type LeadTitle } from '../../../shared/domain/work/lead.ts'

/** What a digit does in the surname's field: no name has digits in it. */
export type SurnameDigit =
  | { readonly kind: 'surname'; readonly surname: string }
  | { readonly kind: 'title'; readonly title: LeadTitle }

/** Behind letters a digit chooses among the surnames they may mean, behind a name it is the title. */
export function surnameDigit(text: string, key: string): SurnameDigit | null {
  if (!/^[1-9]$/.test(key) || text.trim() === '') return null
  const candidates = surnameCandidates(text)
  if (candidates.length > 0) {
    const surname = candidates[Number(key) - 1]
    return surname === undefined ? null : { kind: 'surname', surname }
  }
  const title = LEAD_TITLES[Number(key) - 1]
  return title === undefined ? null : { kind: 'title', title }
}
