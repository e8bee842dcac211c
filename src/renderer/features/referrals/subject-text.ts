import type { TFunction } from 'i18next'
import type { ReferralSubject } from '../../../shared/contract/referrals.ts'
import { strangerText, whoText } from '../../shared/person/who.ts'

/** Whom a referral is about, masked. */
export function subjectName(subject: ReferralSubject, t: TFunction): string {
  if (subject.kind === 'customer') return subject.customer.maskedName
  return t(`referrals.strangerName.${subject.title}`, { surname: subject.surname })
}

/** By what else the person is told apart: the masked phone, or a stranger's ticket. */
export function subjectKey(subject: ReferralSubject, t: TFunction): string {
  if (subject.kind === 'customer') return subject.customer.maskedPhone ?? t('customers.noPhone')
  const ticket = subject.ticket === null ? '' : t('referrals.ticket', { ticket: subject.ticket })
  return subject.maskedPhone ?? ticket
}

/** Whom a referral is about, as everything that writes names them. */
export function subjectWho(subject: ReferralSubject, t: TFunction): string {
  if (subject.kind === 'customer') return whoText(subject.customer)
  return strangerText(subjectName(subject, t), subject.maskedPhone, subject.ticket)
}
