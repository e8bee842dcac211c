import type { FollowupRow } from '../../../../shared/contract/followups.ts'
import type { IntentRow } from '../../../../shared/contract/intents.ts'
import type { LeadRow } from '../../../../shared/contract/leads.ts'
import type { ReferralRow } from '../../../../shared/contract/referrals.ts'
import { civilDateAt } from '../../../../shared/domain/calendar/civil-date.ts'
import { isOpenLead } from '../../../../shared/domain/work/lead.ts'
import { CATALOGUES } from '../../../../shared/locale/index.ts'
import type { Language } from '../../../../shared/locale/languages.ts'
import { cellsOfDay, cellsOfPerson, headOfPerson, type ListFile, strangerName } from './list-file.ts'

/** Open intents: who, what they want and how much, by when, whose, and the last contact. */
export const intentsFile: ListFile<IntentRow> = {
  head(language) {
    const { file } = CATALOGUES[language].lists
    return [...headOfPerson(language), ...headOfWork(language), file.signals, file.owner, file.lastContact]
  },
  cells({ intent, customer, lastContactOn }, todayOn, language) {
    const { intents } = CATALOGUES[language]
    return [
      ...cellsOfPerson(customer, language),
      intents.product[intent.product],
      intents.level[intent.currentLevel],
      ...cellsOfDay(intent.nextOn, todayOn),
      intent.signals.map((signal) => intents.signal[signal]).join(' '),
      intent.ownerName,
      lastContactOn ?? '',
    ]
  },
  customerOf: ({ customer }) => customer.uid,
}

function headOfWork(language: Language): readonly string[] {
  const { file } = CATALOGUES[language].lists
  return [file.product, file.level, file.nextOn, file.days]
}

/** A day's follow-ups in the order of the daily list. */
export const followupsFile: ListFile<FollowupRow> = {
  head(language) {
    const { file } = CATALOGUES[language].lists
    return [file.group, ...headOfPerson(language), ...headOfWork(language), file.owner, file.lastContact]
  },
  cells({ intent, customer, group, lastContactOn }, todayOn, language) {
    const { intents, followups } = CATALOGUES[language]
    return [
      followups.group[group],
      ...cellsOfPerson(customer, language),
      intents.product[intent.product],
      intents.level[intent.currentLevel],
      ...cellsOfDay(intent.nextOn, todayOn),
      intent.ownerName,
      lastContactOn ?? '',
    ]
  },
  customerOf: ({ customer }) => customer.uid,
}

/** Leads: a stranger has no customer number until it is known who they are. */
export const leadsFile: ListFile<LeadRow> = {
  head(language) {
    const { file } = CATALOGUES[language].lists
    const person = [file.name, file.phone, file.ticket, file.customerNo]
    const since = [file.source, file.enteredOn, file.enteredBy, file.note]
    return [...person, file.state, ...headOfWork(language), file.owner, file.lastContact, ...since]
  },
  cells(lead, todayOn, language) {
    const { intents, leads } = CATALOGUES[language]
    return [
      strangerName(leads.name[lead.title], lead.surname),
      lead.maskedPhone ?? '',
      lead.ticket ?? '',
      lead.customer?.customerNo ?? '',
      lead.lostReason === null ? leads.state[lead.state] : leads.lost[lead.lostReason],
      intents.product[lead.product],
      intents.level[lead.level],
      ...cellsOfDay(isOpenLead(lead.state) ? lead.nextOn : null, todayOn),
      lead.ownerName,
      lead.lastContactOn ?? '',
      leads.source[lead.source],
      civilDateAt(lead.createdAt),
      lead.createdByName,
      lead.note,
    ]
  },
  customerOf: ({ customer }) => customer?.uid ?? null,
}

/** Referrals: about whom, from whom to whom, why, and what came of it. */
export const referralsFile: ListFile<ReferralRow> = {
  head(language) {
    const { file } = CATALOGUES[language].lists
    const between = [file.from, file.to, file.offeredOn, file.reason]
    return [...headOfPerson(language), file.product, file.level, file.state, ...between, file.lastContact]
  },
  cells(row, _todayOn, language) {
    const { intents, referrals } = CATALOGUES[language]
    return [
      ...cellsOfSubject(row.subject, language),
      intents.product[row.product],
      intents.level[row.level],
      referrals.state[row.state],
      row.fromName,
      row.toName,
      civilDateAt(row.offeredAt),
      row.reason,
      row.lastContactOn ?? '',
    ]
  },
  customerOf: ({ subject }) => (subject.kind === 'customer' ? subject.customer.uid : null),
}

function cellsOfSubject(subject: ReferralRow['subject'], language: Language): readonly string[] {
  if (subject.kind === 'customer') return cellsOfPerson(subject.customer, language)
  const { strangerName: names } = CATALOGUES[language].referrals
  return ['', strangerName(names[subject.title], subject.surname), subject.maskedPhone ?? '', '']
}
