import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { operationNamed } from '../../../shared/contract/index.ts'
import type { DayPage, DayStep, StepState } from '../../../shared/contract/undo.ts'
import { civilDateAt, startOfDayAt } from '../../../shared/domain/calendar/civil-date.ts'
import { VIEW_ACTIONS } from '../../../shared/domain/consent/viewing.ts'
import { canUndo, UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { AuditDetail, ReadContext } from '../../engine/context.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
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

const NEWEST_FIRST = read(
  { ...ROW, staffNo: audit.staff_no },
  `SELECT seq, at, action, customer_uid AS customerUid, detail, staff_no AS staffNo FROM audit ORDER BY seq DESC`,
)

/**
 * The links of a member of the staff since an instant, the newest first. The chain is in the order of time, so its end is
 * read and nothing else: a day has some thousand links, and an index for this would cost a page with every write.
 */
function linksSince(connection: ReadConnection, staffNo: string, sinceAt: number): Row[] {
  const links: Row[] = []
  for (const link of NEWEST_FIRST.iterate(connection)) {
    if (link.at < sinceAt) break
    if (link.staffNo === staffNo) links.push(link)
  }
  return links
}

/**
 * What the caller wrote today, from the audit (X2). Nobody is opened by it: people stand in it as in any list.
 * @param cursor the audit's number of the last line that was read
 */
export function today(context: ReadContext, { cursor, limit }: ParsedInputOf<'undo.today'>): DayPage {
  const { connection, staff, nowAt } = context
  // The clock's day, not the branch's: a demo branch stands on its own day, and what is written in it bears the clock's.
  const sinceAt = startOfDayAt(civilDateAt(nowAt))
  const below = cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)
  const links = linksSince(connection, staff.no, sinceAt)
  const takenBack = new Set(links.filter(({ action }) => action === 'undo.take').map(takenBackBy))
  const rows = links.filter(({ seq, action }) => seq < below && isWork(action))
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

function takenBackBy({ detail }: Row): unknown {
  const said: AuditDetail = JSON.parse(detail)
  return said.of
}

function isWork(action: string): boolean {
  const [feature = ''] = action.split('.')
  return !(VIEW_ACTIONS.includes(action) || NO_WORK.includes(feature))
}

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
    readonly takenBack: ReadonlySet<unknown>
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
