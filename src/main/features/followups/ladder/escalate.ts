import {
  type EscalationLevel,
  escalationLevelOf,
  escalationLevelsUpTo,
  ladderOn,
  workingDaysOverdue,
} from '../../../../shared/domain/work/escalation.ts'
import type { NoticeKind } from '../../../../shared/domain/work/notice.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { write } from '../../../engine/statement.ts'
import { addNotice } from '../../../records/notices/add-notice.ts'
import { supersedeNotices } from '../../../records/notices/mark-notices.ts'
import { takeBackFuture } from '../../../records/notices/take-back.ts'
import { activeHeads } from '../../../records/staff/heads.ts'
import { clearedIntents, movedIntents, type OverdueIntent } from './overdue-intents.ts'

/** What is told on each rung. */
const KIND_OF_RUNG = {
  owner: 'intent-overdue',
  head: 'intent-unattended',
  'high-risk': 'intent-high-risk',
} as const satisfies Record<EscalationLevel, NoticeKind>

const LEAVE_LADDER = write('DELETE FROM escalation WHERE intent_id = ?')

/**
 * Brings the ladder up to the day (F4): every overdue intent on its rung, and those concerned told of each rung once,
 * also of rungs that were passed while nobody's clock ran. Run twice it does nothing; run on a day before the last one
 * it takes back what that day had told.
 */
export function escalate(context: WriteContext): { readonly moved: number } {
  const { connection, todayOn, calendar, settings } = context
  const ladder = ladderOn(todayOn, calendar, settings)
  const takenBack = takeBackFuture(context)
  const fallen = clearedIntents(connection, ladder)
  for (const id of fallen) LEAVE_LADDER.run(connection, id)
  const climbers = takenBack > 0 ? withoutEscalation(context, ladder) : movedIntents(connection, ladder)
  const heads = activeHeads(connection)
  for (const climber of climbers) {
    const escalationLevel = escalationLevelOf(climber.nextOn, ladder)
    if (escalationLevel !== null) climb(context, climber, escalationLevel, heads)
  }
  const moved = climbers.length + fallen.length
  if (moved > 0) context.changed('escalation')
  context.note({ moved })
  return { moved }
}

const EMPTY_LADDER = write('DELETE FROM escalation')

/** After a day was taken back everybody is told anew what they are due; the keys keep it from being told twice. */
function withoutEscalation(
  { connection }: WriteContext,
  ladder: ReturnType<typeof ladderOn>,
): OverdueIntent[] {
  EMPTY_LADDER.run(connection)
  return movedIntents(connection, ladder)
}

function climb(
  context: WriteContext,
  climber: OverdueIntent,
  escalationLevel: EscalationLevel,
  heads: readonly string[],
): void {
  writeRung(context, climber, escalationLevel)
  const passed = escalationLevelsUpTo(escalationLevel)
  for (const each of passed) {
    const concerned = each === 'owner' ? [climber.ownerNo] : [climber.ownerNo, ...heads]
    for (const staffNo of new Set(concerned)) tellOf(context, climber, each, staffNo)
  }
  supersede(context, climber, passed.slice(0, -1))
}

const WRITE_RUNG = write(
  `INSERT INTO escalation (intent_id, step, overdue_days, since_date, updated_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (intent_id) DO UPDATE SET step = excluded.step, overdue_days = excluded.overdue_days,
         since_date = excluded.since_date, updated_at = excluded.updated_at`,
)

function writeRung(
  { connection, nowAt, todayOn, calendar }: WriteContext,
  climber: OverdueIntent,
  escalationLevel: EscalationLevel,
): void {
  WRITE_RUNG.run(
    connection,
    climber.id,
    escalationLevel,
    workingDaysOverdue(climber.nextOn, todayOn, calendar),
    todayOn,
    nowAt,
  )
}

function tellOf(
  context: WriteContext,
  { uid, nextOn }: OverdueIntent,
  escalationLevel: EscalationLevel,
  staffNo: string,
): void {
  addNotice(context, {
    staffNo,
    kind: KIND_OF_RUNG[escalationLevel],
    aboutUid: uid,
    onceKey: `ladder:${uid}:${nextOn}:${escalationLevel}:${staffNo}`,
    detail: { days: daysOf(context, escalationLevel), nextOn },
  })
}

function daysOf({ settings }: WriteContext, escalationLevel: EscalationLevel): number {
  switch (escalationLevel) {
    case 'owner':
      return settings.escalateOwnerDays
    case 'head':
      return settings.escalateHeadDays
    case 'high-risk':
      return settings.escalateRiskDays
  }
}

/** Nobody needs a lower rung beside the one it led to. */
function supersede(
  context: WriteContext,
  { uid }: OverdueIntent,
  escalationLevels: readonly EscalationLevel[],
): void {
  for (const escalationLevel of escalationLevels) {
    supersedeNotices(context, uid, KIND_OF_RUNG[escalationLevel])
  }
}
