import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import { isOpenReferral, type ReferralState } from '../../../shared/domain/work/referral.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type Write, write } from '../../engine/statement.ts'
import type { ReferralRecord } from './referral-record.ts'
import { addStep } from './referral-steps.ts'

type Writing = Pick<WriteContext, 'connection' | 'nowAt' | 'changed'>

/** Whom a referral is about: a customer's record, or a stranger's lead. */
export type ReferralHolder = { readonly customerId: number } | { readonly leadId: number }

export interface NewReferral {
  readonly about: ReferralHolder
  /** The open intent that goes with it. */
  readonly intentId: number | null
  /** The referral whose receiver hands the same wish on. */
  readonly handedOnFrom: number | null
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly reason: string
  readonly fromNo: string
  readonly toNo: string
  readonly backupNo: string | null
  /** When its acceptance clock runs out, UTC milliseconds. */
  readonly acceptByAt: number
}

/** The moment a state was entered is kept where later questions need it. */
const KEEP_MOMENT_OF: Partial<Record<ReferralState, Write>> = {
  accepted: keepMoment('accepted_at'),
  contacted: keepMoment('contacted_at'),
  qualified: keepMoment('qualified_at'),
}

function keepMoment(column: 'accepted_at' | 'contacted_at' | 'qualified_at'): Write {
  return write(`UPDATE referral SET ${column} = ? WHERE id = ?`)
}

const INSERT_REFERRAL = write(
  `INSERT INTO referral (uid, customer_id, lead_id, intent_id, handed_on_from, product, level, reason, from_no,
         to_no, backup_no, state, offered_at, accept_by_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'offered', ?, ?, ?)`,
)

/**
 * Puts a piece of work to somebody (L8) and begins its history.
 * @param offeredAt UTC milliseconds
 */
export function offerReferral(
  context: Pick<WriteContext, 'connection' | 'newUid' | 'changed'>,
  referral: NewReferral,
  offeredAt: number,
): { readonly id: number; readonly uid: string; readonly handedOnFrom: number | null } {
  const { about, handedOnFrom, fromNo, toNo } = referral
  const uid = context.newUid()
  const { lastId } = INSERT_REFERRAL.run(
    context.connection,
    uid,
    'customerId' in about ? about.customerId : null,
    'leadId' in about ? about.leadId : null,
    referral.intentId,
    handedOnFrom,
    referral.product,
    referral.level,
    referral.reason,
    fromNo,
    toNo,
    referral.backupNo,
    offeredAt,
    referral.acceptByAt,
    offeredAt,
  )
  const made = { id: lastId, uid, handedOnFrom }
  addStep({ ...context, nowAt: offeredAt }, made, { event: 'offered', toNo, byNo: fromNo })
  context.changed('referral')
  return made
}

const ENTER_STATE = write(
  `UPDATE referral SET state = ?, accept_by_at = NULL, stranded = 0, closed_at = ?, outcome_note = ?,
         updated_at = ?, version = version + 1
       WHERE id = ?`,
)

/** A referral enters a state, and its clock stops. The step is `addStep`'s: one goes with a whole chain. */
export function enterState(
  { connection, nowAt, changed }: Writing,
  referralId: number,
  state: ReferralState,
  note: string,
): void {
  ENTER_STATE.run(connection, state, isOpenReferral(state) ? null : nowAt, note, nowAt, referralId)
  KEEP_MOMENT_OF[state]?.run(connection, nowAt, referralId)
  changed('referral')
}

const SEND_ON = write(
  `UPDATE referral SET to_no = ?, accept_by_at = ?, bounced_at = ?, updated_at = ?, version = version + 1
       WHERE id = ?`,
)

/** The clock ran out: somebody else is asked, with a clock of their own. */
export function sendOn(
  context: Writing,
  referral: Pick<ReferralRecord, 'id' | 'handedOnFrom'>,
  toNo: string,
  acceptByAt: number,
): void {
  const { connection, nowAt } = context
  SEND_ON.run(connection, toNo, acceptByAt, nowAt, nowAt, referral.id)
  addStep(context, referral, { event: 'bounced', toNo, byNo: null })
  context.changed('referral')
}

const STRAND = write('UPDATE referral SET stranded = 1, updated_at = ?, version = version + 1 WHERE id = ?')

/** The clock ran out and nobody is left: it stays with its receiver until somebody acts. */
export function strand(
  context: Writing,
  referral: Pick<ReferralRecord, 'id' | 'handedOnFrom' | 'toNo'>,
): void {
  const { connection, nowAt } = context
  STRAND.run(connection, nowAt, referral.id)
  addStep(context, referral, { event: 'stranded', toNo: referral.toNo, byNo: null })
  context.changed('referral')
}

const MOVE_CLOCK = write(
  'UPDATE referral SET accept_by_at = ?, updated_at = ?, version = version + 1 WHERE id = ?',
)

/** Gives a running acceptance clock another end, because the branch works at other times. */
export function moveClock(
  { connection, nowAt, changed }: Writing,
  referralId: number,
  acceptByAt: number,
): void {
  MOVE_CLOCK.run(connection, acceptByAt, nowAt, referralId)
  changed('referral')
}

const EMPTY_REFERRALS = write(
  `UPDATE referral SET reason = '', outcome_note = '' WHERE lead_id IN (SELECT value FROM json_each(?))`,
)

const EMPTY_STEPS = write(
  `UPDATE referral_step SET note = '' WHERE referral_id IN (SELECT id FROM referral WHERE lead_id IN (SELECT value FROM json_each(?)))`,
)

/**
 * Removes the words of what was handed on about leads that were emptied (P3).
 * @param leadIds row numbers as a JSON array
 */
export function emptyReferralsOfLeads(connection: Connection, leadIds: string): void {
  EMPTY_REFERRALS.run(connection, leadIds)
  EMPTY_STEPS.run(connection, leadIds)
}
