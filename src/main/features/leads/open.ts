import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { LeadDossier, LeadStep } from '../../../shared/contract/leads.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { maskFreeText } from '../../../shared/domain/text/masking.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { isOpenLead, type LeadState } from '../../../shared/domain/work/lead.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { orNull, text, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { aboutLead, lineOf, mayMove, requireLead } from './lead-row.ts'

/**
 * One lead with its history and what the stranger agreed to. The look is recorded (P2).
 * @throws AppError `leads.notFound`, `call.notAllowed`
 */
export function open(context: WriteContext, { leadUid }: ParsedInputOf<'leads.open'>): LeadDossier {
  const { connection, staff } = context
  const lead = requireLead(connection, staff, leadUid)
  aboutLead(context, lead)
  return {
    lead: lineOf(connection, lead.id),
    steps: stepsOf(connection, lead.id),
    consents: consentsOf(connection, lead.id),
    mayMove: isOpenLead(lead.state) && mayMove(staff, lead),
  }
}

const { lead_step: step, consent } = TABLES

const STEPS_OF_LEAD = read(
  {
    kind: step.kind,
    /** No CHECK keeps to the list: a step takes the state of its lead. */
    state: textOf<LeadState>(),
    note: step.note,
    at: step.at,
    staffName: text,
    product: orNull(textOf<ProductCode>()),
    level: orNull(textOf<IntentLevel>()),
    toName: orNull(text),
  },
  `SELECT step.kind, step.state, step.note, step.at, coalesce(staff.name, step.staff_no) AS staffName,
         step.detail ->> 'product' AS product, step.detail ->> 'level' AS level,
         coalesce(receiver.name, step.detail ->> 'toNo') AS toName
       FROM lead_step AS step LEFT JOIN staff ON staff.no = step.staff_no
       LEFT JOIN staff AS receiver ON receiver.no = step.detail ->> 'toNo'
       WHERE step.lead_id = ? ORDER BY step.id DESC`,
)

/** Newest first. */
function stepsOf(connection: ReadConnection, leadId: number): LeadStep[] {
  return STEPS_OF_LEAD.all(connection, leadId).map((row) => ({ ...row, note: maskFreeText(row.note, []) }))
}

const CONSENTS_OF_LEAD = read(
  { purpose: consent.purpose, given: consent.given, textVersion: consent.text_version, at: consent.at },
  `SELECT purpose, given, text_version AS textVersion, at FROM consent
       WHERE lead_id = ? AND id = (SELECT max(id) FROM consent AS newer
         WHERE newer.lead_id = consent.lead_id AND newer.purpose = consent.purpose)
       ORDER BY id`,
)

/** The newest line of each purpose counts. */
function consentsOf(connection: ReadConnection, leadId: number): LeadDossier['consents'] {
  return CONSENTS_OF_LEAD.all(connection, leadId).map((row) => ({ ...row, given: row.given === 1 }))
}
