import { dueFor } from '../../../shared/domain/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/intent.ts'
import type { LeadState } from '../../../shared/domain/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { addStep } from '../../engine/leads/steps.ts'
import type { ReferralRecord } from './referral-row.ts'

interface OwnedWork {
  readonly id: number
  readonly level: IntentLevel
  readonly nextOn: string
}

const WORK_OF = {
  intent: `SELECT id, level, next_on AS nextOn FROM intent WHERE id = ? AND status = 'open'`,
  lead: 'SELECT id, level, next_on AS nextOn FROM lead WHERE id = ? AND closed_at IS NULL',
} as const

/**
 * Gives the intent or lead behind a referral to who accepted it. The date that was promised stays; one that has passed
 * is counted anew from today (F2), since nobody takes over work that was late before they had it.
 */
export function takeOver(context: WriteContext, { intentId, leadId, toNo }: ReferralRecord): void {
  if (intentId !== null) hand(context, 'intent', intentId, toNo)
  if (leadId !== null && hand(context, 'lead', leadId, toNo)) tellLead(context, leadId, toNo)
}

/** Whoever reads the lead sees how it came into other hands, as after a plain handing on. */
function tellLead(context: WriteContext, leadId: number, toNo: string): void {
  const lead = context.connection
    .statement<{ state: LeadState }>('SELECT state FROM lead WHERE id = ?')
    .get(leadId)
  if (lead !== undefined) addStep(context, leadId, { kind: 'handed-on', state: lead.state, detail: { toNo } })
}

/** @returns false where it is closed by now */
function hand(context: WriteContext, table: 'intent' | 'lead', id: number, ownerNo: string): boolean {
  const { connection, calendar, settings, nowAt, todayOn } = context
  const work = connection.statement<OwnedWork>(WORK_OF[table]).get(id)
  if (work === undefined) return false
  connection
    .statement(`UPDATE ${table} SET owner_no = ?, updated_at = ?, version = version + 1 WHERE id = ?`)
    .run(ownerNo, nowAt, id)
  if (work.nextOn < todayOn) {
    const due = dueFor(work.level, todayOn, calendar, settings.cadence)
    connection
      .statement(`UPDATE ${table} SET warn_on = ?, next_on = ?, due_rule = ? WHERE id = ?`)
      .run(due.warnOn, due.dueOn, JSON.stringify(due.rule), id)
  }
  context.changed(table)
  return true
}
