import type { ConsentPurpose } from '../../../shared/domain/consent.ts'
import { FIRST_CONSENT_TEXT } from '../../../shared/domain/consent.ts'
import type { WriteContext } from '../context.ts'
import { plantConsentText } from './consent-text.ts'

/** Whose consent it is: a customer's record, or a stranger's lead. */
export type ConsentHolder = { readonly customerId: number } | { readonly leadId: number }

export interface ConsentGiven {
  readonly purpose: ConsentPurpose
  readonly given: boolean
  /** The version of the words that were shown; null where a withdrawal needed none. */
  readonly textVersion: number | null
}

/** Adds one line to the register of consents (P3); the newest line of a purpose counts. */
export function recordConsent(context: WriteContext, holder: ConsentHolder, consent: ConsentGiven): void {
  if (consent.textVersion === FIRST_CONSENT_TEXT.version) plantConsentText(context)
  context.connection
    .statement(
      `INSERT INTO consent (uid, customer_id, lead_id, purpose, given, text_version, at, on_date, staff_no)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      context.newUid(),
      'customerId' in holder ? holder.customerId : null,
      'leadId' in holder ? holder.leadId : null,
      consent.purpose,
      Number(consent.given),
      consent.textVersion,
      context.nowAt,
      context.todayOn,
      context.staff.no,
    )
  context.changed('consent')
}
