import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { readName } from '../../../shared/domain/text/person-name.ts'
import { readPhone } from '../../../shared/domain/text/phone.ts'
import { type SameKeyKind, type Stranger, sameKey, surnameOf } from '../../../shared/domain/work/lead.ts'

/** A stranger as far as they agreed to be known. */
export interface KnownStranger extends Stranger {
  readonly key: { readonly kind: SameKeyKind; readonly key: string }
}

/**
 * What may be kept of a stranger: of the phone nothing, not even its tail, where they did not agree to be contacted (P3);
 * then the day's ticket alone tells them from others, or the visit of whoever drew none.
 * @throws AppError `leads.surnameUnreadable`, `leads.phoneUnreadable`, `leads.nothingKept`
 */
export function knownStranger(
  { surname, phone, phoneTail, ticket, visitUid, consent }: ParsedInputOf<'leads.save'>,
  todayOn: string,
): KnownStranger {
  const name = readName(surname)
  if (!name.ok) throw new AppError('leads.surnameUnreadable')
  const number = phone === null ? null : readPhone(phone)
  if (number?.ok === false) throw new AppError('leads.phoneUnreadable')
  const reachable = consent.purposes.includes('contact')
  const stranger: Stranger = {
    surname: surnameOf(name.name),
    phone: reachable ? (number?.number ?? null) : null,
    phoneTail: reachable ? (number?.tail ?? phoneTail) : null,
    ticket,
    visitUid,
  }
  const key = sameKey(stranger, todayOn)
  if (key === null) throw new AppError('leads.nothingKept')
  return { ...stranger, key }
}
