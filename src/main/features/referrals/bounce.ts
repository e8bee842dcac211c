import type { Published } from '../../../shared/contract/events/index.ts'
import { acceptBy } from '../../../shared/domain/calendar/working-hours.ts'
import { type Candidate, nextReceiver } from '../../../shared/domain/work/referral.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { REFERRAL, REFERRAL_RECORD, type ReferralRecord } from '../../records/referrals/referral-record.ts'
import { askedNos } from '../../records/referrals/referral-steps.ts'
import { sendOn, strand } from '../../records/referrals/write-referral.ts'
import { workLoads } from '../../records/staff/work-load.ts'
import { addReferralNotice } from './add-referral-notice.ts'

/** The first clock that is running; a seek in an index that holds running clocks only. */
export const NEXT_BOUNCE = read(
  { at: TABLES.referral.accept_by_at },
  `
  SELECT accept_by_at AS at FROM referral WHERE state = 'offered' AND stranded = 0 ORDER BY accept_by_at LIMIT 1`,
)

/** When the scheduler should come again; may be past after a sleep. Null while no clock is running. */
export function nextBounceAt({ connection }: ReadContext): number | null {
  return NEXT_BOUNCE.get(connection)?.at ?? null
}

const RUN_OUT = read(
  REFERRAL,
  `${REFERRAL_RECORD} WHERE referral.state = 'offered' AND referral.stranded = 0 AND referral.accept_by_at <= ?
       ORDER BY referral.accept_by_at, referral.id`,
)

/**
 * Sends on every referral whose clock has run out (L8): to the backup, then to the head, each with a new clock, counted
 * from now because the new receiver knows of it only now. Where nobody is left it stays and its people are told.
 */
export function bounce(context: WriteContext): { readonly bounced: number } {
  const due = RUN_OUT.all(context.connection, context.nowAt)
  const sentOn: Published<'referrals.bounce'>['sentOn'] = []
  const stranded: string[] = []
  for (const referral of due) {
    const next = nextFor(context.connection, referral)
    if (next === null) {
      leaveStranded(context, referral)
      stranded.push(referral.uid)
    } else {
      const acceptByAt = askNext(context, referral, next)
      sentOn.push({ referralUid: referral.uid, toNo: next.no, acceptByAt })
    }
  }
  context.note({ referrals: due.length })
  context.publish({ sentOn, stranded } satisfies Published<'referrals.bounce'>)
  return { bounced: due.length }
}

function nextFor(connection: ReadConnection, referral: ReferralRecord): Candidate | null {
  return nextReceiver({ ...referral, askedNos: askedNos(connection, referral.id) }, workLoads(connection))
}

/** @returns when the new receiver's clock runs out */
function askNext(context: WriteContext, referral: ReferralRecord, { no }: Candidate): number {
  const { calendar, settings, nowAt } = context
  const acceptByAt = acceptBy(nowAt, settings.acceptMinutes, calendar, settings)
  sendOn(context, referral, no, acceptByAt)
  addReferralNotice(context, referral, 'offered', no, { acceptByAt })
  for (const heard of [referral.toNo, referral.fromNo])
    addReferralNotice(context, referral, 'bounced', heard, { to: no })
  return acceptByAt
}

function leaveStranded(context: WriteContext, referral: ReferralRecord): void {
  strand(context, referral)
  for (const heard of [referral.toNo, referral.fromNo])
    addReferralNotice(context, referral, 'stranded', heard)
}
