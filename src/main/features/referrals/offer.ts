import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OfferedReferral } from '../../../shared/contract/referrals.ts'
import { OPEN_REFERRAL_STATES } from '../../../shared/domain/referral.ts'
import { Refusal } from '../../../shared/domain/refusal.ts'
import { routeFor, whoGets } from '../../../shared/domain/routing.ts'
import { acceptBy } from '../../../shared/domain/working-hours.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { type CounterStaff, counterStaff } from '../../engine/reading/counter-staff.ts'
import { RECORDS_OF_PERSON } from '../../engine/reading/person.ts'
import { prohibitionsOf } from '../../engine/reading/prohibitions.ts'
import { workLoads } from '../../engine/reading/work-load.ts'
import { readRoutes } from './routes.ts'
import { addStep } from './steps.ts'
import { requireSubject, type Subject } from './subject.ts'
import { tellOf } from './tell-of.ts'

type OfferInput = ParsedInputOf<'referrals.offer'>

/**
 * Hands a person on (L8). A prohibition does not stop it, since a referral is not marketing; it is told. The acceptance
 * clock begins, counted in working hours, and the table's backup stands behind the receiver.
 * @throws Refusal `customers.notFound`, `referrals.noSubject`, `referrals.toSelf`, `referrals.receiverUnknown`,
 * `referrals.alreadyOpen` where the same person's same product is in somebody's hands
 */
export function offer(context: WriteContext, input: OfferInput): OfferedReferral {
  const { connection, calendar, settings, nowAt, todayOn, staff } = context
  const subject = requireSubject(connection, input)
  const receiver = requireReceiver(connection, input.toNo, staff.no)
  refuseSecond(connection, subject, input.product)
  const acceptByAt = acceptBy(nowAt, settings.acceptMinutes, calendar, settings)
  const uid = context.newUid()
  const backupNo = backupFor(context, input, subject)
  const intentId = openIntentOf(connection, subject, input.product)
  const { lastInsertRowid } = connection
    .statement(
      `INSERT INTO referral (uid, customer_id, lead_id, intent_id, product, level, reason, from_no, to_no, backup_no,
         state, offered_at, accept_by_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'offered', ?, ?, ?)`,
    )
    .run(
      uid,
      subject.kind === 'customer' ? subject.id : null,
      subject.kind === 'lead' ? subject.id : null,
      intentId,
      input.product,
      input.level,
      input.reason,
      staff.no,
      receiver.no,
      backupNo,
      nowAt,
      acceptByAt,
      nowAt,
    )
  addStep(context, Number(lastInsertRowid), { event: 'offered', toNo: receiver.no, byNo: staff.no })
  tellOf(context, { uid, ...input }, 'offered', receiver.no, { acceptByAt })
  if (subject.kind === 'customer') context.about(subject.uid)
  context.note({ product: input.product, level: input.level, to: receiver.no })
  context.publish({ ...input, referralUid: uid, backupNo, acceptByAt })
  context.changed('referral', 'referral_step')
  return {
    uid,
    toName: receiver.name,
    acceptByAt,
    acceptMinutes: settings.acceptMinutes,
    prohibitions: subject.kind === 'customer' ? prohibitionsOf(connection, subject.id, todayOn) : [],
  }
}

function requireReceiver(connection: Connection, toNo: string, fromNo: string): CounterStaff {
  if (toNo === fromNo) throw new Refusal('referrals.toSelf')
  const receiver = counterStaff(connection, toNo)
  if (receiver === undefined) throw new Refusal('referrals.receiverUnknown')
  return receiver
}

/** Two people working on the same wish would call the same customer twice. */
function refuseSecond(connection: Connection, subject: Subject, product: string): void {
  const open = OPEN_REFERRAL_STATES.map((state) => `'${state}'`).join(', ')
  const whose =
    subject.kind === 'customer' ? `customer_id IN (${RECORDS_OF_PERSON})` : 'lead_id = ? AND lead_id = ?'
  const other = connection
    .statement<{ name: string }>(
      `SELECT staff.name FROM referral JOIN staff ON staff.no = referral.to_no
       WHERE ${whose} AND product = ? AND state IN (${open}) LIMIT 1`,
    )
    .get(subject.id, subject.id, product)
  if (other !== undefined) throw new Refusal('referrals.alreadyOpen', { name: other.name })
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

function openIntentOf(connection: Connection, subject: Subject, product: string): number | null {
  if (subject.kind === 'lead') return null
  return (
    connection
      .statement<{ id: number }>(
        `SELECT id FROM intent WHERE status = 'open' AND product = ? AND customer_id IN (${RECORDS_OF_PERSON})
         ORDER BY customer_id <> ?, id LIMIT 1`,
      )
      .get(product, subject.id, subject.id, subject.id)?.id ?? null
  )
}
