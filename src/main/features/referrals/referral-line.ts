import type { ReferralRow, ReferralStep, ReferralSubject } from '../../../shared/contract/referrals.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { workingMinutesBetween } from '../../../shared/domain/calendar/working-hours.ts'
import { maskFreeText, maskKnownPhone } from '../../../shared/domain/text/masking.ts'
import { isCredited } from '../../../shared/domain/work/referral.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import {
  asCustomerLine,
  CUSTOMER_LINE_SQL,
  type CustomerLineRow,
  customerOf,
} from '../../records/people/customer-line.ts'

/** What a row is shown with as it stands. */
type Shown = Pick<
  ReferralRow,
  | 'uid'
  | 'product'
  | 'level'
  | 'reason'
  | 'fromNo'
  | 'fromName'
  | 'toNo'
  | 'toName'
  | 'backupName'
  | 'state'
  | 'offeredAt'
  | 'acceptByAt'
  | 'outcomeNote'
>

interface LineRow extends CustomerLineRow, Shown {
  readonly stranded: 0 | 1
  readonly qualifiedAt: number | null
  readonly leadUid: string | null
  readonly surname: string
  readonly title: 'mr' | 'ms' | 'other'
  readonly leadPhone: string | null
  readonly leadPhoneTail: string | null
  readonly ticket: string | null
}

const LINE = `
  SELECT referral.uid, referral.product, referral.level, referral.reason, referral.from_no AS fromNo,
    sender.name AS fromName, referral.to_no AS toNo, receiver.name AS toName, backup.name AS backupName,
    referral.state, referral.offered_at AS offeredAt, referral.accept_by_at AS acceptByAt, referral.stranded,
    referral.qualified_at AS qualifiedAt, referral.outcome_note AS outcomeNote, lead.uid AS leadUid, lead.surname,
    lead.title, lead.phone AS leadPhone, lead.phone_tail AS leadPhoneTail, lead.ticket,
    ${CUSTOMER_LINE_SQL}
  FROM referral
  JOIN staff AS sender ON sender.no = referral.from_no
  JOIN staff AS receiver ON receiver.no = referral.to_no
  LEFT JOIN staff AS backup ON backup.no = referral.backup_no AND referral.bounced_at IS NULL
  ${customerOf('referral', 'LEFT JOIN')}
  LEFT JOIN lead ON lead.id = referral.lead_id
  WHERE referral.id = ?`

/** One referral, masked, with its history. Lists are cut first and read line by line. */
export function readReferralLine(context: ReadContext, referralId: number): ReferralRow {
  const row = context.connection.statement<LineRow>(LINE).get(referralId)
  if (row === undefined) throw new Refusal('referrals.notFound')
  const { uid, product, level, fromNo, fromName, toNo, toName, backupName, state } = row
  const names = row.leadUid === null ? [row.personName] : []
  return {
    uid,
    subject: subjectOf(row),
    product,
    level,
    reason: maskFreeText(row.reason, names),
    fromNo,
    fromName,
    toNo,
    toName,
    backupName,
    state,
    offeredAt: row.offeredAt,
    acceptByAt: row.acceptByAt,
    workMinutesLeft: row.acceptByAt === null ? null : minutesLeft(context, row.acceptByAt),
    stranded: row.stranded === 1,
    credited: isCredited(row),
    outcomeNote: maskFreeText(row.outcomeNote, names),
    steps: stepsOf(context.connection, referralId, names),
  }
}

function subjectOf(row: LineRow): ReferralSubject {
  if (row.leadUid === null) return { kind: 'customer', customer: asCustomerLine(row) }
  return {
    kind: 'lead',
    leadUid: row.leadUid,
    surname: row.surname,
    title: row.title,
    maskedPhone: maskKnownPhone(row.leadPhone, row.leadPhoneTail),
    ticket: row.ticket,
  }
}

function minutesLeft({ nowAt, calendar, settings }: ReadContext, acceptByAt: number): number {
  return workingMinutesBetween(nowAt, acceptByAt, calendar, settings)
}

function stepsOf(
  connection: Connection,
  referralId: number,
  names: readonly string[],
): readonly ReferralStep[] {
  return connection
    .statement<ReferralStep>(
      `SELECT step.event, step.at, actor.name AS byName, receiver.name AS toName, step.note
       FROM referral_step AS step
       JOIN staff AS receiver ON receiver.no = step.to_no
       LEFT JOIN staff AS actor ON actor.no = step.staff_no
       WHERE step.referral_id = ? ORDER BY step.id`,
    )
    .all(referralId)
    .map((step) => ({ ...step, note: maskFreeText(step.note, names) }))
}
