import type { ReferralEvent } from '../../../shared/domain/work/referral.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { earlierOf, type ReferralRecord } from './referral-record.ts'

interface Step {
  readonly event: ReferralEvent
  readonly toNo: string
  readonly note?: string
  /** Null where the clock did it. */
  readonly byNo: string | null
}

const INSERT_STEP = write(
  `INSERT INTO referral_step (referral_id, event, to_no, note, at, staff_no) VALUES (?, ?, ?, ?, ?, ?)`,
)

/** Adds a line to a referral's history, and to that of those it was handed on from: their referrers wait for it too. */
export function addStep(
  context: Pick<WriteContext, 'connection' | 'nowAt' | 'changed'>,
  referral: Pick<ReferralRecord, 'id' | 'handedOnFrom'>,
  step: Step,
): void {
  const { connection, nowAt } = context
  INSERT_STEP.run(connection, referral.id, step.event, step.toNo, step.note ?? '', nowAt, step.byNo)
  context.changed('referral_step')
  const earlier = earlierOf(connection, referral)
  const event = step.event === 'offered' ? 'handed-on' : step.event
  if (earlier !== undefined) addStep(context, earlier, { ...step, event })
}

const ASKED_NOS = read(
  { no: TABLES.referral_step.to_no },
  'SELECT DISTINCT to_no AS no FROM referral_step WHERE referral_id = ?',
)

/** Everybody a referral was put to so far. */
export function askedNos(connection: ReadConnection, referralId: number): readonly string[] {
  return ASKED_NOS.all(connection, referralId).map(({ no }) => no)
}
