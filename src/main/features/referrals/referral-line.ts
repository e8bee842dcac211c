import type { ReferralRow, ReferralStep, ReferralSubject } from '../../../shared/contract/referrals.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { workingMinutesBetween } from '../../../shared/domain/calendar/working-hours.ts'
import { maskFreeText, maskKnownPhone } from '../../../shared/domain/text/masking.ts'
import { isCredited, type ReferralEvent } from '../../../shared/domain/work/referral.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { orNull, type RowOf, text, textOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import {
  asCustomerLineOrNull,
  CUSTOMER_LINE_OR_NONE,
  CUSTOMER_LINE_SQL,
  customerOf,
} from '../../records/people/customer-line.ts'
import { filled } from '../../records/work/filled.ts'

const { referral, lead, staff, referral_step: step } = TABLES

const LINE = {
  uid: referral.uid,
  product: referral.product,
  level: referral.level,
  reason: referral.reason,
  fromNo: referral.from_no,
  fromName: staff.name,
  toNo: referral.to_no,
  toName: staff.name,
  backupName: orNull(staff.name),
  state: referral.state,
  offeredAt: referral.offered_at,
  acceptByAt: referral.accept_by_at,
  stranded: referral.stranded,
  qualifiedAt: referral.qualified_at,
  outcomeNote: referral.outcome_note,
  lastContactOn: orNull(text),
  leadUid: orNull(lead.uid),
  surname: orNull(lead.surname),
  title: orNull(lead.title),
  leadPhone: lead.phone,
  leadPhoneTail: lead.phone_tail,
  ticket: lead.ticket,
  ...CUSTOMER_LINE_OR_NONE,
}

/** What a stranger's lead has. */
const LEAD_HAS = ['leadUid', 'surname', 'title'] as const

const REFERRAL_NUMBERED = read(
  LINE,
  `
  SELECT referral.uid, referral.product, referral.level, referral.reason, referral.from_no AS fromNo,
    sender.name AS fromName, referral.to_no AS toNo, receiver.name AS toName, backup.name AS backupName,
    referral.state, referral.offered_at AS offeredAt, referral.accept_by_at AS acceptByAt, referral.stranded,
    referral.qualified_at AS qualifiedAt, referral.outcome_note AS outcomeNote, lead.uid AS leadUid, lead.surname,
     nullif(customer_facts.last_contact_on, '') AS lastContactOn,
     lead.title, lead.phone AS leadPhone, lead.phone_tail AS leadPhoneTail, nullif(lead.ticket, '') AS ticket,
    ${CUSTOMER_LINE_SQL}
  FROM referral
  JOIN staff AS sender ON sender.no = referral.from_no
  JOIN staff AS receiver ON receiver.no = referral.to_no
  LEFT JOIN staff AS backup ON backup.no = referral.backup_no AND referral.bounced_at IS NULL
  ${customerOf('referral', 'LEFT JOIN')}
  LEFT JOIN lead ON lead.id = referral.lead_id
  WHERE referral.id = ?`,
)

/** One referral, masked, with its history. Lists are cut first and read line by line. */
export function readReferralLine(context: ReadContext, referralId: number): ReferralRow {
  const row = REFERRAL_NUMBERED.get(context.connection, referralId)
  if (row === undefined) throw new AppError('referrals.notFound')
  const { uid, product, level, fromNo, fromName, toNo, toName, backupName, state } = row
  const names = row.personName === null ? [] : [row.personName]
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
    lastContactOn: row.lastContactOn,
    steps: stepsOf(context.connection, referralId, names),
  }
}

/** A referral hangs on a customer's record or on a lead: a CHECK of the table says so. */
function subjectOf(row: RowOf<typeof LINE>): ReferralSubject {
  const customer = asCustomerLineOrNull(row)
  if (customer !== null) return { kind: 'customer', customer }
  const { leadUid, surname, title } = filled(row, LEAD_HAS)
  const maskedPhone = maskKnownPhone(row.leadPhone, row.leadPhoneTail)
  return { kind: 'lead', leadUid, surname, title, maskedPhone, ticket: row.ticket }
}

function minutesLeft({ nowAt, calendar, settings }: ReadContext, acceptByAt: number): number {
  return workingMinutesBetween(nowAt, acceptByAt, calendar, settings)
}

const STEPS_OF_REFERRAL = read(
  {
    /** No CHECK keeps to the list: `addStep` takes nothing else. */
    event: textOf<ReferralEvent>(),
    at: step.at,
    byName: orNull(staff.name),
    toName: staff.name,
    note: step.note,
  },
  `SELECT step.event, step.at, actor.name AS byName, receiver.name AS toName, step.note
       FROM referral_step AS step
       JOIN staff AS receiver ON receiver.no = step.to_no
       LEFT JOIN staff AS actor ON actor.no = step.staff_no
       WHERE step.referral_id = ? ORDER BY step.id`,
)

function stepsOf(
  connection: ReadConnection,
  referralId: number,
  names: readonly string[],
): readonly ReferralStep[] {
  return STEPS_OF_REFERRAL.all(connection, referralId).map((row) => ({
    ...row,
    note: maskFreeText(row.note, names),
  }))
}
