import { type Candidate, nextReceiver } from '../../../shared/domain/referral.ts'
import { acceptBy } from '../../../shared/domain/working-hours.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { workLoads } from '../../engine/reading/work-load.ts'
import { REFERRAL_RECORD, type ReferralRecord } from './referral-row.ts'
import { addStep, askedNos } from './steps.ts'
import { tellOf } from './tell-of.ts'

/** The first clock that is running; a seek in an index that holds running clocks only. */
export const NEXT_BOUNCE = `
  SELECT accept_by_at AS at FROM referral WHERE state = 'offered' AND stranded = 0 ORDER BY accept_by_at LIMIT 1`

/** When the scheduler should come again; may be past after a sleep. Null while no clock is running. */
export function nextBounceAt({ connection }: ReadContext): number | null {
  return connection.statement<{ at: number }>(NEXT_BOUNCE).get()?.at ?? null
}

/**
 * Sends on every referral whose clock has run out (L8): to the backup, then to the head, each with a new clock, counted
 * from now because the new receiver knows of it only now. Where nobody is left it stays and its people are told.
 */
export function bounce(context: WriteContext): { readonly bounced: number } {
  const due = runOut(context.connection, context.nowAt)
  for (const referral of due) {
    const next = nextFor(context.connection, referral)
    if (next === null) strand(context, referral)
    else sendOn(context, referral, next)
  }
  if (due.length > 0) context.changed('referral', 'referral_step')
  context.note({ referrals: due.length })
  context.publish({ referralUids: due.map(({ uid }) => uid) })
  return { bounced: due.length }
}

function runOut(connection: Connection, nowAt: number): readonly ReferralRecord[] {
  return connection
    .statement<ReferralRecord>(
      `${REFERRAL_RECORD} WHERE referral.state = 'offered' AND referral.stranded = 0 AND referral.accept_by_at <= ?
       ORDER BY referral.accept_by_at, referral.id`,
    )
    .all(nowAt)
}

function nextFor(connection: Connection, referral: ReferralRecord): Candidate | null {
  return nextReceiver({ ...referral, askedNos: askedNos(connection, referral.id) }, workLoads(connection))
}

function sendOn(context: WriteContext, referral: ReferralRecord, { no }: Candidate): void {
  const { connection, calendar, settings, nowAt } = context
  const acceptByAt = acceptBy(nowAt, settings.acceptMinutes, calendar, settings)
  connection
    .statement(
      `UPDATE referral SET to_no = ?, accept_by_at = ?, bounced_at = ?, updated_at = ?, version = version + 1
       WHERE id = ?`,
    )
    .run(no, acceptByAt, nowAt, nowAt, referral.id)
  addStep(context, referral, { event: 'bounced', toNo: no, byNo: null })
  tellOf(context, referral, 'offered', no, { acceptByAt })
  for (const heard of [referral.toNo, referral.fromNo])
    tellOf(context, referral, 'bounced', heard, { to: no })
}

function strand(context: WriteContext, referral: ReferralRecord): void {
  context.connection
    .statement('UPDATE referral SET stranded = 1, updated_at = ?, version = version + 1 WHERE id = ?')
    .run(context.nowAt, referral.id)
  addStep(context, referral, { event: 'stranded', toNo: referral.toNo, byNo: null })
  for (const heard of [referral.toNo, referral.fromNo]) tellOf(context, referral, 'stranded', heard)
}
