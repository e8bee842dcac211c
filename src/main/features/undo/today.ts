import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { operationNamed } from '../../../shared/contract/index.ts'
import type { DayPage, DayStep, StepState } from '../../../shared/contract/undo.ts'
import { civilDateAt, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { VIEW_ACTIONS } from '../../../shared/domain/consent/viewing.ts'
import { canUndo, UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { AuditDetail, ReadContext } from '../../engine/context.ts'
import { integer, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { newestSlipOf, type UndoSlip } from '../../engine/undo/slip.ts'
import { subjectNamed } from './step-subject.ts'

const { audit } = TABLES

/** Signing in and out, locking, and what the program notes for the staff is nothing that they wrote. */
const NO_WORK = ['session', 'notices', 'audit', 'store', 'diagnosis']

const ROW = {
  seq: audit.seq,
  at: audit.at,
  action: audit.action,
  customerUid: audit.customer_uid,
  detail: audit.detail,
}

/** The link of an undo stands behind the link of what it took back, and is its own line. */
const WRITTEN_SINCE = read(
  ROW,
  `SELECT seq, at, action, customer_uid AS customerUid, detail FROM audit
   WHERE staff_no = ? AND at >= ? AND seq < ?
     AND action NOT IN (SELECT value FROM json_each(?))
     AND substr(action, 1, instr(action, '.') - 1) NOT IN (SELECT value FROM json_each(?))
   ORDER BY at DESC, seq DESC LIMIT ?`,
)

const TAKEN_BACK_SINCE = read(
  { of: integer },
  `SELECT detail ->> '$.of' AS "of" FROM audit WHERE staff_no = ? AND at >= ? AND action = 'undo.take'`,
)

/**
 * What the caller wrote today, from the audit (W1). Nobody is opened by it: people stand in it as in any list.
 * @param cursor the audit's number of the last line that was read
 */
export function today(context: ReadContext, { cursor, limit }: ParsedInputOf<'undo.today'>): DayPage {
  const { connection, staff, nowAt } = context
  // The clock's day, not the branch's: a demo branch stands on its own day, and what is written in it bears the clock's.
  const sinceAt = startOfDayAt(civilDateAt(nowAt))
  const below = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)
  const rows = WRITTEN_SINCE.all(
    connection,
    staff.no,
    sinceAt,
    below,
    JSON.stringify(VIEW_ACTIONS),
    JSON.stringify(NO_WORK),
    limit + 1,
  )
  const takenBack = new Set(TAKEN_BACK_SINCE.all(connection, staff.no, sinceAt).map(({ of }) => of))
  const slip = newestSlipOf(connection, staff.no)
  const shown = rows.slice(0, limit)
  return {
    steps: shown.map((row) => ({
      ...asStep(connection, row),
      state: stateOf(row, { takenBack, slip, nowAt }),
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.seq ?? '') : null,
  }
}

type Row = RowOf<typeof ROW>

function asStep(
  connection: ReadConnection,
  { seq, at, action, customerUid, detail: stored }: Row,
): Omit<DayStep, 'state'> {
  const detail: AuditDetail = JSON.parse(stored)
  const subject = subjectNamed(connection, { customerUid, leadUid: detail.leadUid })
  return { seq, at, action, detail, subject }
}

function stateOf(
  { seq, at, action }: Row,
  as: {
    readonly takenBack: ReadonlySet<number>
    readonly slip: UndoSlip | undefined
    readonly nowAt: number
  },
): StepState {
  if (as.takenBack.has(seq)) return { kind: 'taken-back' }
  if (operationNamed(action)?.undoable !== true) return { kind: 'never' }
  if (!canUndo(at, as.nowAt)) return { kind: 'too-late' }
  if (as.slip === undefined || as.slip.auditSeq !== seq) return { kind: 'not-newest' }
  return { kind: 'open', operationId: as.slip.operationId, untilAt: at + UNDO_WINDOW_MS }
}
