import type { TFunction } from 'i18next'
import type { DoneStep, StepSubject } from '../../../shared/contract/undo.ts'
import { strangerText, whoText } from '../person/who.ts'
import { actionWords } from '../words/audit-words.ts'
import { detailWords } from '../words/detail-words.ts'

/** Ids that tell a reader nothing. */
const NOT_SAID: readonly string[] = ['leadUid', 'contactUid', 'partedUid', 'of', 'newLead']

/** What was done, as a sentence says it: `已标记 理财 · 高`. */
export function stepWords({ action, detail }: Pick<DoneStep, 'action' | 'detail'>, t: TFunction): string {
  if (action === 'intents.flag') {
    return t(detail.created === true ? 'intents.flaggedNew' : 'intents.flaggedMore', {
      product: t(`intents.product.${String(detail.product)}`),
      level: t(`intents.level.${String(detail.level)}`),
    })
  }
  if (action === 'prompts.respond') {
    const what = t(`prompts.kind.${String(detail.kind)}`)
    return t(`prompts.said.${String(detail.response)}`, { what })
  }
  return t('undo.done', { what: plainWords({ action, detail }, t) })
}

/** The same for a list, where everything is done. */
export function plainWords({ action, detail }: Pick<DoneStep, 'action' | 'detail'>, t: TFunction): string {
  const said = Object.fromEntries(Object.entries(detail).filter(([name]) => !NOT_SAID.includes(name)))
  return [actionWords(action, t), ...detailWords({ action, detail: said }, t)].join(' · ')
}

/** Whom it was about: a customer as everything names them, a lead's surname and title, or a ticket. Empty for nobody. */
export function subjectWords(subject: StepSubject | null, t: TFunction): string {
  switch (subject?.kind) {
    case undefined:
      return ''
    case 'customer':
      return whoText(subject.customer)
    case 'lead':
      return strangerText(t(`leads.name.${subject.title}`, { surname: subject.surname }), subject.maskedPhone)
    case 'ticket':
      return t('undo.ticket', { ticket: subject.ticket })
  }
}

/** Whom and what: `王** ·7489 · C0001234 · 已标记 理财 · 高`. */
export function stepSentence(step: DoneStep, t: TFunction): string {
  return [subjectWords(step.subject, t), stepWords(step, t)].filter((part) => part !== '').join(' · ')
}
