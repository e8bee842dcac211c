import type { InputOf } from '../../../shared/contract/index.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../shared/domain/consent/consent.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { readStrangerText } from '../../../shared/domain/text/stranger-text.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { LeadSource, LeadTitle } from '../../../shared/domain/work/lead.ts'
import type { EntryVisit } from '../../router/requests.ts'

/** The field takes no more. */
const SURNAME_LENGTH = 40

/** What is known of a stranger before the first key. */
export interface StrangerBegun {
  /** Their ticket, or what was typed when nobody was found. */
  readonly typed: string
  readonly from: EntryVisit | null
}

/** A stranger while they are being typed. */
export interface LeadDraft {
  readonly surname: string
  readonly title: LeadTitle | null
  /** Phone, tail and ticket as they were typed. */
  readonly key: string
  readonly product: ProductCode | null
  readonly level: IntentLevel | null
  /** Null until somebody asked; empty where the stranger declined. */
  readonly purposes: readonly ConsentPurpose[] | null
  readonly note: string
  readonly source: LeadSource
  /** The visit they are entered from; the lead appears on its row. */
  readonly from: EntryVisit | null
}

/** In the order in which they are typed. */
export const LEAD_FIELDS = ['surname', 'title', 'key', 'product', 'level', 'consent', 'note'] as const
export type LeadField = (typeof LEAD_FIELDS)[number]

/** Each purpose has a key of its own: nobody agrees to one in passing (P3). */
export const PURPOSE_LETTER: Readonly<Record<ConsentPurpose, string>> = {
  contact: 'Y',
  marketing: 'U',
  profiling: 'I',
}
/** To none of them. */
export const NONE_LETTER = 'N'

/** What was agreed to after the key of one purpose: it is agreed to, or no longer. */
export function toggled(
  purposes: readonly ConsentPurpose[] | null,
  purpose: ConsentPurpose,
): readonly ConsentPurpose[] {
  const before = purposes ?? []
  return CONSENT_PURPOSES.filter((each) => (each === purpose) !== before.includes(each))
}

/**
 * A stranger of whom nothing is known, or what was typed when nobody was found: a ticket or a number in its field, and
 * any other words as the surname.
 */
export function draftFrom({ typed, from }: StrangerBegun): LeadDraft {
  const { unread } = readStrangerText(typed)
  const isName = (word: string) => unread.includes(word)
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  return {
    surname: [...words.filter(isName).join(' ')].slice(0, SURNAME_LENGTH).join(''),
    title: null,
    key: words.filter((word) => !isName(word)).join(' '),
    product: null,
    level: null,
    purposes: null,
    note: '',
    source: 'branch',
    from,
  }
}

/** What still keeps the draft from being saved, in the order of the form. */
export function missingFields(draft: LeadDraft): readonly LeadField[] {
  const missing: Readonly<Record<LeadField, boolean>> = {
    surname: draft.surname.trim() === '',
    title: draft.title === null,
    key: !isKeyEnough(draft),
    product: draft.product === null,
    level: draft.level === null,
    consent: draft.purposes === null,
    note: false,
  }
  return LEAD_FIELDS.filter((field) => missing[field])
}

/** Without the agreement to be contacted the number is not kept, so only a ticket or the visit tells who it was. */
export function needsTicket({ purposes, key, from }: LeadDraft): boolean {
  return isContactDeclined(purposes) && from === null && readStrangerText(key).ticket === null
}

/** Whether only the visit tells who it is, as with whoever drew no ticket. */
export function isKnownByVisit({ from, key }: LeadDraft): boolean {
  return from !== null && readStrangerText(key).ticket === null
}

export function isContactDeclined(purposes: LeadDraft['purposes']): boolean {
  return purposes !== null && !purposes.includes('contact')
}

function isKeyEnough(draft: LeadDraft): boolean {
  const { phoneTail, ticket, unread } = readStrangerText(draft.key)
  if (unread.length > 0) return false
  if (draft.from !== null) return true
  return isContactDeclined(draft.purposes) ? ticket !== null : phoneTail !== null || ticket !== null
}

/** What is sent for a draft; null while something is missing. */
export function saveInputOf(
  draft: LeadDraft,
  textVersion: number,
  identity: NonNullable<InputOf<'leads.save'>['identity']>,
): InputOf<'leads.save'> | null {
  const { surname, title, product, level, purposes, note, source, from } = draft
  if (missingFields(draft).length > 0) return null
  if (title === null || product === null || level === null || purposes === null) return null
  const { phone, phoneTail, ticket } = readStrangerText(draft.key)
  return {
    surname: surname.trim(),
    title,
    phone,
    phoneTail,
    ticket,
    visitUid: from?.uid ?? null,
    product,
    level,
    note,
    source,
    consent: { textVersion, purposes: [...purposes] },
    identity,
  }
}
