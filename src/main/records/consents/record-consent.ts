import type { ConsentPurpose } from '../../../shared/domain/consent/consent.ts'
import { FIRST_CONSENT_TEXT } from '../../../shared/domain/consent/consent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { refreshFactsIn } from '../facts/refresh.ts'
import { seedConsentText } from './consent-text.ts'

/** Whose consent it is: a customer's record, or a stranger's lead. */
export type ConsentHolder = { readonly customerId: number } | { readonly leadId: number }

export interface ConsentGiven {
  readonly purpose: ConsentPurpose
  readonly given: boolean
  /** The version of the words that were shown; null where a withdrawal needed none. */
  readonly textVersion: number | null
}

/** What somebody said to the words of a version; nothing where they declined. */
export interface ConsentAnswer {
  readonly textVersion: number
  readonly purposes: readonly ConsentPurpose[]
}

const ADD_CONSENT = write(
  `INSERT INTO consent (uid, customer_id, lead_id, purpose, given, text_version, at, on_date, staff_no)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/** Adds one line to the register of consents (P3); the newest line of a purpose counts, from this write on. */
export function recordConsent(context: WriteContext, holder: ConsentHolder, consent: ConsentGiven): void {
  if (consent.textVersion === FIRST_CONSENT_TEXT.version) seedConsentText(context)
  const { connection, nowAt, todayOn, staff } = context
  ADD_CONSENT.run(
    connection,
    context.newUid(),
    'customerId' in holder ? holder.customerId : null,
    'leadId' in holder ? holder.leadId : null,
    consent.purpose,
    Number(consent.given),
    consent.textVersion,
    nowAt,
    todayOn,
    staff.no,
  )
  context.changed('consent')
  if (consent.purpose !== 'profiling') return
  if ('customerId' in holder) recount(context, holder.customerId)
  else recountCustomerOf(context, holder.leadId)
}

/** One line a purpose that was agreed to; a plain no is kept too, as the proof that it was asked. */
export function recordAnswer(
  context: WriteContext,
  holder: ConsentHolder,
  { textVersion, purposes }: ConsentAnswer,
): void {
  for (const purpose of new Set(purposes))
    recordConsent(context, holder, { purpose, given: true, textVersion })
  if (purposes.length === 0) recordConsent(context, holder, { purpose: 'contact', given: false, textVersion })
}

const ANALYSIS_ANSWER_OF_LEAD = read(
  { found: integer },
  `SELECT 1 AS found FROM consent WHERE lead_id = ? AND purpose = 'profiling' LIMIT 1`,
)

/** A lead was joined to a customer or parted from one: what the stranger said of being analysed goes with it. */
export function recountAfterJoining(context: WriteContext, leadId: number, personId: number): void {
  const said = ANALYSIS_ANSWER_OF_LEAD.get(context.connection, leadId)
  if (said !== undefined) recount(context, personId)
}

const CUSTOMER_OF_LEAD = read(
  { customerId: TABLES.lead.customer_id },
  'SELECT customer_id AS customerId FROM lead WHERE id = ?',
)

function recountCustomerOf(context: WriteContext, leadId: number): void {
  const lead = CUSTOMER_OF_LEAD.get(context.connection, leadId)
  if (lead !== undefined && lead.customerId !== null) recount(context, lead.customerId)
}

/** Findings rest on analysis, and work lists on findings. */
function recount(context: WriteContext, customerId: number): void {
  refreshFactsIn(context, [customerId])
}
