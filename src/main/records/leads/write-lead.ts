import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { DueDate } from '../../../shared/domain/work/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type {
  LeadSource,
  LeadState,
  LeadTitle,
  LostReason,
  OpenLeadState,
  Stranger,
} from '../../../shared/domain/work/lead.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import type { Moment } from '../work/moment.ts'
import { addStep, writeStep } from './steps.ts'

export interface NewLead {
  readonly stranger: Stranger
  /** By what two open leads are the same stranger. */
  readonly sameKey: string
  readonly title: LeadTitle
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly note: string
  readonly source: LeadSource
  readonly ownerNo: string
  readonly due: DueDate
}

/** A lead as far as its writers ask. */
export interface LeadInHand {
  readonly id: number
  readonly state: LeadState
}

const INSERT_LEAD = write(
  `INSERT INTO lead (uid, surname, title, phone, phone_tail, ticket, same_key, product, level, note, source, state,
         owner_no, warn_on, next_on, due_rule, created_by, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (same_key) WHERE closed_at IS NULL DO NOTHING`,
)

/** The table wants one of number, tail and ticket; a text without one stands for whoever is known by their visit. */
function keptTicketOf({ phone, phoneTail, ticket }: Stranger): string | null {
  return ticket ?? (phone === null && phoneTail === null ? '' : null)
}

/**
 * Enters a lead with owner and next date (F1) and the first line of its history.
 * @param moment when it was entered and by whom
 * @returns null where an open lead has the key already
 */
export function openLead(
  context: Pick<WriteContext, 'connection' | 'newUid' | 'changed'>,
  lead: NewLead,
  moment: Moment,
): { readonly id: number; readonly uid: string } | null {
  const { stranger, product, level, note, due } = lead
  const uid = context.newUid()
  const { changes, lastId: id } = INSERT_LEAD.run(
    context.connection,
    uid,
    stranger.surname,
    lead.title,
    stranger.phone,
    stranger.phoneTail,
    keptTicketOf(stranger),
    lead.sameKey,
    product,
    level,
    note,
    lead.source,
    lead.ownerNo,
    due.warnOn,
    due.dueOn,
    JSON.stringify(due.rule),
    moment.by,
    moment.at,
    moment.at,
  )
  if (changes === 0) return null
  writeStep(context, id, { kind: 'saved', state: 'new', note, detail: { product, level } }, moment)
  context.changed('lead')
  return { id, uid }
}

const STRENGTHEN = write(
  `UPDATE lead SET product = ?, level = ?, warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?,
         version = version + 1 WHERE id = ?`,
)

/** The stranger came again: what they want now, and dates counted anew. The earlier wish stays in the history. */
export function strengthenLead(
  context: WriteContext,
  { id, state }: LeadInHand,
  counts: Pick<NewLead, 'product' | 'level' | 'due'>,
  said: Pick<NewLead, 'product' | 'level' | 'note'>,
): void {
  const { due } = counts
  STRENGTHEN.run(
    context.connection,
    counts.product,
    counts.level,
    due.warnOn,
    due.dueOn,
    JSON.stringify(due.rule),
    context.nowAt,
    id,
  )
  const { product, level, note } = said
  addStep(context, id, { kind: 'asked-again', state, note, detail: { product, level } })
  context.changed('lead')
}

const COMPLETE = write(
  `UPDATE lead SET phone_tail = CASE WHEN phone IS NULL THEN coalesce(?, phone_tail) ELSE phone_tail END,
         phone = coalesce(phone, ?), ticket = coalesce(nullif(ticket, ''), ?, ticket) WHERE id = ?`,
)

const TAKE_PHONE_KEY = write(
  `UPDATE lead SET same_key = ? WHERE id = ? AND phone = ?
         AND NOT EXISTS (SELECT 1 FROM lead AS other WHERE other.same_key = ? AND other.closed_at IS NULL)`,
)

/**
 * Completes what is known of a stranger's number. A whole number is worth more than a tail, and becomes what the
 * stranger is known by unless another open lead has it.
 */
export function completeLead(
  { connection, changed }: Pick<WriteContext, 'connection' | 'changed'>,
  leadId: number,
  { phone, phoneTail, ticket }: Stranger,
  phoneKey: string | null,
): void {
  COMPLETE.run(connection, phoneTail, phone, ticket, leadId)
  changed('lead')
  if (phoneKey === null) return
  TAKE_PHONE_KEY.run(connection, phoneKey, leadId, phone, phoneKey)
}

const ADVANCE = write(
  `UPDATE lead SET state = ?, warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?, version = version + 1
       WHERE id = ?`,
)

/** Moves a lead along its pipeline (L8), with a new next date (F1). */
export function advanceLead(
  context: Pick<WriteContext, 'connection' | 'changed'>,
  leadId: number,
  to: { readonly state: OpenLeadState; readonly due: DueDate; readonly note: string },
  moment: Moment,
): void {
  const { warnOn, dueOn, rule } = to.due
  ADVANCE.run(context.connection, to.state, warnOn, dueOn, JSON.stringify(rule), moment.at, leadId)
  writeStep(context, leadId, { kind: 'moved', state: to.state, note: to.note }, moment)
  context.changed('lead')
}

/** How a lead ends: the stranger became a customer with business, or nothing came of it and why. */
export type LeadEnd =
  | { readonly state: 'converted' }
  | { readonly state: 'lost'; readonly lostReason: LostReason }

const CLOSE = write(
  `UPDATE lead SET state = ?, lost_reason = ?, closed_at = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
)

/** Ends a lead. */
export function closeLead(
  context: Pick<WriteContext, 'connection' | 'changed'>,
  leadId: number,
  end: LeadEnd,
  note: string,
  moment: Moment,
): void {
  CLOSE.run(
    context.connection,
    end.state,
    end.state === 'lost' ? end.lostReason : null,
    moment.at,
    moment.at,
    leadId,
  )
  writeStep(context, leadId, { kind: 'moved', state: end.state, note }, moment)
  context.changed('lead')
}

const CHANGE_OWNER = write('UPDATE lead SET owner_no = ?, updated_at = ?, version = version + 1 WHERE id = ?')

/** Gives a lead to somebody else; the promised date stays, and its history tells of it. */
export function handOverLead(context: WriteContext, { id, state }: LeadInHand, ownerNo: string): void {
  const { connection, nowAt } = context
  CHANGE_OWNER.run(connection, ownerNo, nowAt, id)
  addStep(context, id, { kind: 'handed-on', state, detail: { toNo: ownerNo } })
  context.changed('lead')
}

const CHANGE_DATES = write(
  `UPDATE lead SET warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
)

/** Gives a lead other dates, because of another owner or another calendar. */
export function moveLeadDates(
  { connection, nowAt, changed }: Pick<WriteContext, 'connection' | 'nowAt' | 'changed'>,
  leadId: number,
  { warnOn, dueOn, rule }: DueDate,
): void {
  CHANGE_DATES.run(connection, warnOn, dueOn, JSON.stringify(rule), nowAt, leadId)
  changed('lead')
}

/** The beginning of the key of a lead that was emptied; it can meet no stranger's. */
export const EMPTIED_KEY = 'erased:'

const EMPTY_LEADS = write(
  `UPDATE lead SET surname = '*', title = 'other', phone = NULL, phone_tail = NULL, ticket = '', note = '',
         same_key = '${EMPTIED_KEY}' || uid, version = version + 1 WHERE id IN (SELECT value FROM json_each(?))`,
)

const EMPTY_STEPS = write(
  `UPDATE lead_step SET note = '', detail = '{}' WHERE lead_id IN (SELECT value FROM json_each(?))`,
)

/**
 * Removes who the stranger was and every word about them (P3). The row stays as a figure of the pipeline: its source,
 * product and outcome.
 * @param ids row numbers as a JSON array
 */
export function emptyLeads(connection: Connection, ids: string): void {
  EMPTY_LEADS.run(connection, ids)
  EMPTY_STEPS.run(connection, ids)
}
