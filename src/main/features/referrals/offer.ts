import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OfferedReferral } from '../../../shared/contract/referrals.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { acceptBy } from '../../../shared/domain/calendar/working-hours.ts'
import { OPEN_REFERRAL_STATES } from '../../../shared/domain/work/referral.ts'
import { routeFor, whoGets } from '../../../shared/domain/work/routing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { read } from '../../engine/statement.ts'
import { openIntentFor } from '../../records/intents/open-intent.ts'
import { RECORDS_OF_PERSON } from '../../records/people/person.ts'
import { prohibitionsOf } from '../../records/people/prohibitions.ts'
import { REFERRAL, REFERRAL_RECORD, type ReferralRecord } from '../../records/referrals/referral-record.ts'
import { offerReferral } from '../../records/referrals/write-referral.ts'
import { type CounterStaff, counterStaff } from '../../records/staff/counter-staff.ts'
import { NOT_HANDED_ON, workLoads } from '../../records/staff/work-load.ts'
import { addReferralNotice } from './add-referral-notice.ts'
import { acceptOffered } from './move.ts'
import { readRoutes } from './routes.ts'
import { personOf, requireSubject, type Subject } from './subject.ts'

type OfferInput = ParsedInputOf<'referrals.offer'>

/**
 * Hands a person on (L8). A prohibition does not stop it, since a referral is not marketing; it is told. The acceptance
 * clock begins, counted in working hours, and the table's backup stands behind the receiver. A receiver hands on in
 * the same way: teller → lobby → rm.
 * @throws AppError `customers.notFound`, `referrals.noSubject`, `referrals.toSelf`, `referrals.receiverUnknown`,
 * `referrals.alreadyOpen` where the same person's same product is in somebody else's hands
 */
export function offer(context: WriteContext, input: OfferInput): OfferedReferral {
  const { connection, calendar, settings, nowAt, todayOn, staff } = context
  const subject = requireSubject(connection, input)
  const receiver = requireReceiver(connection, input.toNo, staff.no)
  const earlier = inOwnHands(context, subject, input.product)
  // Whoever hands on what was put to them has accepted it.
  if (earlier?.state === 'offered') acceptOffered(context, earlier)
  const acceptByAt = acceptBy(nowAt, settings.acceptMinutes, calendar, settings)
  const backupNo = backupFor(context, input, subject)
  const { uid } = offerReferral(
    context,
    {
      about: subject.kind === 'customer' ? { customerId: subject.id } : { leadId: subject.id },
      intentId: openIntentOf(connection, subject, input.product),
      handedOnFrom: earlier?.id ?? null,
      product: input.product,
      level: input.level,
      reason: input.reason,
      fromNo: staff.no,
      toNo: receiver.no,
      backupNo,
      acceptByAt,
    },
    nowAt,
  )
  addReferralNotice(context, { uid, ...input }, 'offered', receiver.no, { acceptByAt })
  const person = personOf(subject)
  if (person !== null) context.about(person.uid)
  context.note({
    product: input.product,
    level: input.level,
    to: receiver.no,
    ...(subject.kind === 'lead' ? { leadUid: subject.uid } : {}),
  })
  context.publish({
    ...input,
    referralUid: uid,
    backupNo,
    acceptByAt,
  } satisfies Published<'referrals.offer'>)
  return {
    uid,
    toName: receiver.name,
    acceptByAt,
    acceptMinutes: settings.acceptMinutes,
    prohibitions: person === null ? [] : prohibitionsOf(connection, person.id, todayOn),
  }
}

function requireReceiver(connection: ReadConnection, toNo: string, fromNo: string): CounterStaff {
  if (toNo === fromNo) throw new AppError('referrals.toSelf')
  const receiver = counterStaff(connection, toNo)
  if (receiver === undefined) throw new AppError('referrals.receiverUnknown')
  return receiver
}

/** Takes the person's number four times: what was handed on under any of their records, or as the stranger they were. */
const ABOUT_PERSON = `(referral.customer_id IN (${RECORDS_OF_PERSON})
  OR referral.lead_id IN (SELECT id FROM lead WHERE customer_id IN (${RECORDS_OF_PERSON})))`

/** Open referrals of one product that are still in their receiver's hands. */
function openReferral(whose: string) {
  const open = OPEN_REFERRAL_STATES.map((state) => `'${state}'`).join(', ')
  return read(
    REFERRAL,
    `${REFERRAL_RECORD} WHERE ${whose} AND referral.product = ? AND referral.state IN (${open}) AND ${NOT_HANDED_ON}
       LIMIT 1`,
  )
}

const OPEN_ABOUT_PERSON = openReferral(ABOUT_PERSON)
const OPEN_ABOUT_LEAD = openReferral('referral.lead_id = ?')

/**
 * The open referral of the same wish that the caller has in hand and hands on with a new one; null where there is none.
 * Two people working on one wish would call the same customer twice.
 */
function inOwnHands(context: WriteContext, subject: Subject, product: string): ReferralRecord | null {
  const { connection, staff } = context
  const person = personOf(subject)
  const other =
    person === null
      ? OPEN_ABOUT_LEAD.get(connection, subject.id, product)
      : OPEN_ABOUT_PERSON.get(connection, person.id, person.id, person.id, person.id, product)
  if (other === undefined) return null
  if (other.toNo === staff.no) return other
  throw new AppError('referrals.alreadyOpen', {
    name: counterStaff(connection, other.toNo)?.name ?? other.toNo,
  })
}

/** Whom the table names for this cell besides the receiver; the head is asked by the clock in any case. */
function backupFor(context: WriteContext, input: OfferInput, { value }: Subject): string | null {
  const { connection, staff } = context
  const others = workLoads(connection).filter(({ no }) => no !== input.toNo)
  const route = routeFor(readRoutes(connection), value, input.level)
  const toBackup =
    route.backup === null ? null : whoGets({ to: route.backup, backup: null }, others, staff.no)
  return toBackup?.receiver?.no ?? null
}

function openIntentOf(connection: ReadConnection, subject: Subject, product: string): number | null {
  if (subject.kind === 'lead') return null
  return openIntentFor(connection, subject.id, product)?.id ?? null
}
