import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { DueDate } from '../../../shared/domain/work/cadence.ts'
import { OUTCOMES } from '../../../shared/domain/work/contact.ts'
import { keepsAlive } from '../../../shared/domain/work/contact-effects.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import type { Moment } from '../work/moment.ts'

type Writing = Pick<WriteContext, 'connection' | 'nowAt' | 'changed'>

export interface NewIntent {
  /** Any record of the person. */
  readonly customerId: number
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly ownerNo: string
  readonly due: DueDate
}

/** How an intent ends: business done, nothing came of it, or flagged by mistake. */
export type IntentEnd = 'converted' | 'lost' | 'mistaken'

const INSERT_INTENT = write(
  `INSERT INTO intent (uid, customer_id, product, level, status, owner_no, warn_on, next_on, due_rule,
         last_evidence_on, created_by, created_at, updated_at)
       VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Opens an intent with owner and next date (F1).
 * @param moment when it was flagged and by whom
 */
export function openIntent(
  context: Pick<WriteContext, 'connection' | 'newUid' | 'changed'>,
  intent: NewIntent,
  moment: Moment,
): { readonly id: number; readonly uid: string } {
  const { due } = intent
  const uid = context.newUid()
  const { lastId } = INSERT_INTENT.run(
    context.connection,
    uid,
    intent.customerId,
    intent.product,
    intent.level,
    intent.ownerNo,
    due.warnOn,
    due.dueOn,
    JSON.stringify(due.rule),
    moment.on,
    moment.by,
    moment.at,
    moment.at,
  )
  context.changed('intent')
  return { id: lastId, uid }
}

const STRENGTHEN = write(
  `UPDATE intent SET level = ?, owner_no = ?, warn_on = ?, next_on = ?, due_rule = ?, last_evidence_on = ?,
         updated_at = ?, version = version + 1
       WHERE id = ?`,
)

/** Another flag of the same wish: its level counts from now on, the cadence starts anew today (F2, I1). */
export function strengthenIntent(
  { connection, nowAt, todayOn, changed }: Writing & Pick<WriteContext, 'todayOn'>,
  intentId: number,
  { level, ownerNo, due }: Pick<NewIntent, 'level' | 'ownerNo' | 'due'>,
): void {
  STRENGTHEN.run(
    connection,
    level,
    ownerNo,
    due.warnOn,
    due.dueOn,
    JSON.stringify(due.rule),
    todayOn,
    nowAt,
    intentId,
  )
  changed('intent')
}

const CLOSE_OPEN = write(
  `UPDATE intent SET status = ?, closed_at = ?, closed_note = ?, updated_at = ?, version = version + 1
       WHERE id = ? AND status = 'open'`,
)

/**
 * Ends an open intent.
 * @param note why, in the words of whoever ended it
 * @throws AppError `intents.closed`
 */
export function closeIntent(
  { connection, nowAt, changed }: Writing,
  intentId: number,
  end: IntentEnd,
  note = '',
): void {
  const { changes } = CLOSE_OPEN.run(connection, end, nowAt, note, nowAt, intentId)
  if (changes === 0) throw new AppError('intents.closed')
  changed('intent')
}

const CHANGE_OWNER = write(
  'UPDATE intent SET owner_no = ?, updated_at = ?, version = version + 1 WHERE id = ?',
)

/** Gives an intent to somebody else; the promised date stays. */
export function handOverIntent(
  { connection, nowAt, changed }: Writing,
  intentId: number,
  ownerNo: string,
): void {
  CHANGE_OWNER.run(connection, ownerNo, nowAt, intentId)
  changed('intent')
}

const CHANGE_DATES = write(
  `UPDATE intent SET warn_on = ?, next_on = ?, due_rule = ?, updated_at = ?, version = version + 1 WHERE id = ?`,
)

/** Gives an intent other dates, because of a contact, another owner or another calendar. */
export function moveIntentDates(
  { connection, nowAt, changed }: Writing,
  intentId: number,
  { warnOn, dueOn, rule }: DueDate,
): void {
  CHANGE_DATES.run(connection, warnOn, dueOn, JSON.stringify(rule), nowAt, intentId)
  changed('intent')
}

const KEEP_ALIVE = write('UPDATE intent SET last_evidence_on = ? WHERE id = ?')

/** The customer showed today that they still want it: a level decays from here (I1). */
export function keepIntentAlive(
  { connection, todayOn, changed }: Pick<WriteContext, 'connection' | 'todayOn' | 'changed'>,
  intentId: number,
): void {
  KEEP_ALIVE.run(connection, todayOn, intentId)
  changed('intent')
}

const EVIDENCE_OUTCOMES = OUTCOMES.filter(keepsAlive)
  .map((outcome) => `'${outcome}'`)
  .join(', ')

const RECOUNT_EVIDENCE = write(
  `UPDATE intent SET updated_at = ?, version = version + 1, last_evidence_on = coalesce((
     SELECT max(on_date) FROM (
       SELECT on_date FROM intent_evidence WHERE intent_id = intent.id AND undone_at IS NULL
       UNION ALL SELECT on_date FROM contact WHERE intent_id = intent.id AND outcome IN (${EVIDENCE_OUTCOMES}))
     ), last_evidence_on)
   WHERE id = ? AND status = 'open'`,
)

/**
 * Counts the last evidence of an open intent again from its flags and contacts, after one of these said something else
 * than before (I1).
 */
export function recountEvidence({ connection, nowAt, changed }: Writing, intentId: number): void {
  if (RECOUNT_EVIDENCE.run(connection, nowAt, intentId).changes > 0) changed('intent')
}
