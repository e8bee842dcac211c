import type { ReferralEvent } from '../../../shared/domain/referral.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'

/** Adds a line to a referral's history. */
export function addStep(
  { connection, nowAt }: WriteContext,
  referralId: number,
  step: { event: ReferralEvent; toNo: string; note?: string; byNo: string | null },
): void {
  connection
    .statement(
      `INSERT INTO referral_step (referral_id, event, to_no, note, at, staff_no) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(referralId, step.event, step.toNo, step.note ?? '', nowAt, step.byNo)
}

/** Everybody a referral was put to so far. */
export function askedNos(connection: Connection, referralId: number): readonly string[] {
  return connection
    .statement<{ no: string }>('SELECT DISTINCT to_no AS no FROM referral_step WHERE referral_id = ?')
    .all(referralId)
    .map(({ no }) => no)
}
