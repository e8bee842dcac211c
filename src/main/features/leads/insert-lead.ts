import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { dueFor } from '../../../shared/domain/cadence.ts'
import type { WriteContext } from '../../engine/context.ts'
import { addStep } from '../../engine/leads/steps.ts'
import { chooseOwner } from './choose-owner.ts'
import type { KnownStranger } from './stranger.ts'

/** More strangers of one surname and tail than this are a mistake in the number. Ours. */
const MOST_NAMESAKES = 9

/**
 * Writes a new lead with owner and next date (F1, F2).
 * @returns null where an open lead has the key already. With `another`, who only shares surname and tail with somebody
 * gets a numbered key; a whole phone or a ticket is one stranger's.
 */
export function insertLead(
  context: WriteContext,
  input: ParsedInputOf<'leads.save'>,
  stranger: KnownStranger,
): { readonly id: number; readonly uid: string } | null {
  const { key, kind } = stranger.key
  const mayShare = input.identity.as === 'another' && kind === 'name'
  const keys = Array.from({ length: mayShare ? MOST_NAMESAKES : 1 }, (_, n) =>
    n === 0 ? key : `${key}#${n + 1}`,
  )
  for (const each of keys) {
    const created = insertUnder(context, input, stranger, each)
    if (created !== null) return created
  }
  return null
}

function insertUnder(
  context: WriteContext,
  input: ParsedInputOf<'leads.save'>,
  { surname, phone, phoneTail, ticket }: KnownStranger,
  key: string,
): { readonly id: number; readonly uid: string } | null {
  const { connection, nowAt, todayOn, staff, settings, calendar } = context
  const due = dueFor(input.level, todayOn, calendar, settings.cadence)
  const uid = context.newUid()
  const { changes, lastInsertRowid } = connection
    .statement(
      `INSERT INTO lead (uid, surname, title, phone, phone_tail, ticket, same_key, product, level, note, source, state,
         owner_no, warn_on, next_on, due_rule, created_by, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (same_key) WHERE closed_at IS NULL DO NOTHING`,
    )
    .run(
      uid,
      surname,
      input.title,
      phone,
      phoneTail,
      ticket,
      key,
      input.product,
      input.level,
      input.note,
      input.source,
      chooseOwner(connection, input.level, staff),
      due.warnOn,
      due.dueOn,
      JSON.stringify(due.rule),
      staff.no,
      nowAt,
      nowAt,
    )
  if (changes === 0) return null
  const id = Number(lastInsertRowid)
  addStep(context, id, {
    kind: 'saved',
    state: 'new',
    note: input.note,
    detail: { product: input.product, level: input.level },
  })
  if (ticket !== null) nameVisit(context, id, ticket)
  context.changed('lead')
  return { id, uid }
}

/** The stranger with that ticket has a name now. */
function nameVisit(
  { connection, nowAt, todayOn, changed }: WriteContext,
  leadId: number,
  ticket: string,
): void {
  const { changes } = connection
    .statement(
      `UPDATE visit SET lead_id = ?, updated_at = ?, version = version + 1
       WHERE id = (SELECT visit_id FROM visit_ticket WHERE on_date = ? AND ticket = ?)
         AND customer_id IS NULL AND lead_id IS NULL`,
    )
    .run(leadId, nowAt, todayOn, ticket)
  if (changes > 0) changed('visit')
}
