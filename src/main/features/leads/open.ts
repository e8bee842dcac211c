import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { LeadDossier, LeadStep } from '../../../shared/contract/leads.ts'
import { maskFreeText } from '../../../shared/domain/text/masking.ts'
import { isOpenLead } from '../../../shared/domain/work/lead.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { aboutLead, lineOf, mayMove, requireLead } from './lead-row.ts'

/**
 * One lead with its history and what the stranger agreed to. The look is recorded (P2).
 * @throws Refusal `leads.notFound`, `door.notAllowed`
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

/** Newest first. */
function stepsOf(connection: Connection, leadId: number): LeadStep[] {
  return connection
    .statement<LeadStep>(
      `SELECT step.kind, step.state, step.note, step.at, coalesce(staff.name, step.staff_no) AS staffName,
         step.detail ->> 'product' AS product, step.detail ->> 'level' AS level,
         coalesce(receiver.name, step.detail ->> 'toNo') AS toName
       FROM lead_step AS step LEFT JOIN staff ON staff.no = step.staff_no
       LEFT JOIN staff AS receiver ON receiver.no = step.detail ->> 'toNo'
       WHERE step.lead_id = ? ORDER BY step.id DESC`,
    )
    .all(leadId)
    .map((step) => ({ ...step, note: maskFreeText(step.note, []) }))
}

/** The newest line of each purpose counts. */
function consentsOf(connection: Connection, leadId: number): LeadDossier['consents'] {
  return connection
    .statement<{
      purpose: LeadDossier['consents'][number]['purpose']
      given: 0 | 1
      textVersion: number | null
      at: number
    }>(
      `SELECT purpose, given, text_version AS textVersion, at FROM consent
       WHERE lead_id = ? AND id = (SELECT max(id) FROM consent AS newer
         WHERE newer.lead_id = consent.lead_id AND newer.purpose = consent.purpose)
       ORDER BY id`,
    )
    .all(leadId)
    .map((row) => ({ ...row, given: row.given === 1 }))
}
