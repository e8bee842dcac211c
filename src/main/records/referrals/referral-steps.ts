import type { ReferralEvent } from '../../../shared/domain/work/referral.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { earlierOf, type ReferralRecord } from './referral-record.ts'

interface Step {
  readonly event: ReferralEvent
  readonly toNo: string
  readonly note?: string
  /** Null where the clock did it. */
  readonly byNo: string | null
}

/** Adds a line to a referral's history, and to that of those it was handed on from: their referrers wait for it too. */
export function addStep(
  context: Pick<WriteContext, 'connection' | 'nowAt' | 'changed'>,
  referral: Pick<ReferralRecord, 'id' | 'handedOnFrom'>,
  step: Step,
): void {
  const { connection, nowAt } = context
  connection
    .statement(
      `INSERT INTO referral_step (referral_id, event, to_no, note, at, staff_no) VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(referral.id, step.event, step.toNo, step.note ?? '', nowAt, step.byNo)
  context.changed('referral_step')
  const earlier = earlierOf(connection, referral)
  const event = step.event === 'offered' ? 'handed-on' : step.event
  if (earlier !== undefined) addStep(context, earlier, { ...step, event })
}

/** Everybody a referral was put to so far. */
export function askedNos(connection: Connection, referralId: number): readonly string[] {
  return connection
    .statement<{ no: string }>('SELECT DISTINCT to_no AS no FROM referral_step WHERE referral_id = ?')
    .all(referralId)
    .map(({ no }) => no)
}
