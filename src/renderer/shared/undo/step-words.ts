import type { TFunction } from 'i18next'
import type { DoneStep, StepSubject } from '../../../shared/contract/undo.ts'
import { shanghaiTimeOfDay } from '../../ui/instants.ts'
import { strangerText, whoText } from '../person/who.ts'
import { actionWords } from '../words/audit-words.ts'
import { detailWords } from '../words/detail-words.ts'

/** Ids that tell a reader nothing. */
const NOT_SAID: readonly string[] = ['leadUid', 'contactUid', 'partedUid', 'of', 'newLead']

/** Which details of a step its sentence says behind what was done; the list of the day says all of them. */
const SAID_DETAILS: Readonly<Record<string, readonly string[]>> = {
  'consents.record': ['given', 'withdrawn', 'refused', 'reopened'],
  'followups.correct': ['channel', 'outcome'],
  'followups.record': ['channel', 'outcome', 'open'],
  'intents.close': ['outcome'],
  'intents.moveDates': ['nextOn', 'reason', 'intents'],
  'intents.reassign': ['to'],
  'intents.reassignMany': ['to', 'intents'],
  'leads.advance': ['state', 'lostReason'],
  'leads.reassign': ['to'],
  'leads.reassignMany': ['to', 'leads'],
  'leads.save': ['product', 'level'],
  'lobby.arrive': ['business'],
  'lobby.firstContact': ['kind', 'business', 'product'],
  'referrals.acceptMany': ['referrals'],
  'referrals.advance': ['state'],
  'referrals.declineMany': ['referrals'],
  'referrals.offer': ['product', 'level', 'to'],
}

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
  const said = Object.fromEntries((SAID_DETAILS[action] ?? []).map((name) => [name, detail[name] ?? null]))
  const key = saidKey({ action, detail })
  return [t(`undo.said.${key}`), ...detailWords({ action, detail: said }, t)].join(' · ')
}

/** One operation may do several things, each with words of its own. */
function saidKey({ action, detail }: Pick<DoneStep, 'action' | 'detail'>): string {
  switch (action) {
    case 'leads.save':
      return `${action}.${detail.newLead === true ? 'new' : 'again'}`
    case 'lobby.advance':
      return `${action}.${String(detail.move)}`
    case 'lobby.identify':
      return `${action}.${String(detail.known)}`
    default:
      return action
  }
}

/** The same in a list, where everything is done, with all its details. */
export function plainWords({ action, detail }: Pick<DoneStep, 'action' | 'detail'>, t: TFunction): string {
  const said = Object.fromEntries(Object.entries(detail).filter(([name]) => !NOT_SAID.includes(name)))
  return [actionWords(action, t), ...detailWords({ action, detail: said }, t)].join(' · ')
}

/** Whom it was about: a customer as everything names them, a lead's surname and title, a ticket, or when they came. Empty for nobody. */
export function subjectWords(subject: StepSubject | null, t: TFunction): string {
  switch (subject?.kind) {
    case undefined:
      return ''
    case 'customer':
      return whoText(subject.customer)
    case 'lead':
      return strangerText(
        t(`leads.name.${subject.title}`, { surname: subject.surname }),
        subject.maskedPhone,
        subject.ticket,
      )
    case 'ticket':
      return t('undo.ticket', { ticket: subject.ticket })
    case 'visitor':
      return t('undo.visitor', { time: shanghaiTimeOfDay(subject.arrivedAt) })
  }
}

/** Whom and what: `王** ·7489 · C0001234 · 已标记 理财 · 高`. */
export function stepSentence(step: DoneStep, t: TFunction): string {
  return [subjectWords(step.subject, t), stepWords(step, t)].filter((part) => part !== '').join(' · ')
}
