import { UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { Connection, ReadConnection } from '../connection.ts'
import type { AuditDetail } from '../context.ts'
import { TABLES } from '../schema.ts'
import { read, write } from '../statement.ts'
import { areAlike, type Changes, firstSteps, imageOf, nameOf, type RestoredTable } from './record-changes.ts'
import { restore } from './restore.ts'

const { undo_slip } = TABLES

/** What takes back the newest step of a member of the staff: what it was, about whom, and what it changed. */
export interface UndoSlip {
  /** The write's number in the outbox. */
  readonly operationId: string
  readonly operation: string
  readonly staffNo: string
  /** UTC milliseconds. */
  readonly at: number
  /** The write's first link of the audit. */
  readonly auditSeq: number
  readonly customerUid: string | null
  /** What the audit says of it; no personal data. */
  readonly detail: AuditDetail
  readonly changes: Changes
}

const DROP_PAST = write('DELETE FROM undo_slip WHERE at < ?')

/**
 * Takes out every slip that nobody can use any more: the images of rows stay no longer than to the next step of anybody, or
 * to the next run that removes what is past its time.
 */
export function dropPastSlips(connection: Connection, nowAt: number): boolean {
  return DROP_PAST.run(connection, nowAt - UNDO_WINDOW_MS).changes > 0
}

const DROP_OF_STAFF = write('DELETE FROM undo_slip WHERE staff_no = ?')

const KEEP = write(
  `INSERT INTO undo_slip (operation_id, staff_no, operation, at, audit_seq, customer_uid, detail, changes)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Keeps how to take back a write, in its own transaction. A write that changed nothing leaves no slip, and none of those
 * before it: what was done before is not the newest step any more.
 */
export function keepSlip(connection: Connection, slip: UndoSlip): void {
  dropPastSlips(connection, slip.at)
  if (slip.changes.steps.length === 0) {
    DROP_OF_STAFF.run(connection, slip.staffNo)
    return
  }
  KEEP.run(
    connection,
    slip.operationId,
    slip.staffNo,
    slip.operation,
    slip.at,
    slip.auditSeq,
    slip.customerUid,
    JSON.stringify(slip.detail),
    JSON.stringify(slip.changes),
  )
}

const NEWEST_SLIP_OF = read(
  {
    operationId: undo_slip.operation_id,
    operation: undo_slip.operation,
    staffNo: undo_slip.staff_no,
    at: undo_slip.at,
    auditSeq: undo_slip.audit_seq,
    customerUid: undo_slip.customer_uid,
    detail: undo_slip.detail,
    changes: undo_slip.changes,
  },
  `SELECT operation_id AS operationId, operation, staff_no AS staffNo, at, audit_seq AS auditSeq,
     customer_uid AS customerUid, detail, changes FROM undo_slip WHERE staff_no = ?
   ORDER BY audit_seq DESC LIMIT 1`,
)

/** The slip of a member's newest step, in or past its time; undefined where there is none. */
export function newestSlipOf(connection: ReadConnection, staffNo: string): UndoSlip | undefined {
  const row = NEWEST_SLIP_OF.get(connection, staffNo)
  if (row === undefined) return undefined
  // Written by `keepSlip` and by nothing else.
  return { ...row, detail: JSON.parse(row.detail), changes: JSON.parse(row.changes) }
}

const BEGIN_TAKING = write('UPDATE undo_slip SET taking = 1 WHERE operation_id = ?')
const DROP = write('DELETE FROM undo_slip WHERE operation_id = ?')

/**
 * Puts back the rows of a slip, while the schema's own guards know that it is being taken; then the slip is gone, and
 * the step before it is the newest.
 * @throws AppError `undo.builtUpon`
 */
export function takeSlip(
  connection: Connection,
  { operationId, changes }: UndoSlip,
  nowAt: number,
): readonly RestoredTable[] {
  BEGIN_TAKING.run(connection, operationId)
  const tables = restore(connection, changes, nowAt)
  DROP.run(connection, operationId)
  follow(connection, changes)
  return tables
}

const OTHER_SLIPS = read(
  { operationId: undo_slip.operation_id, changes: undo_slip.changes },
  'SELECT operation_id AS operationId, changes FROM undo_slip',
)
const SET_CHANGES = write('UPDATE undo_slip SET changes = ? WHERE operation_id = ?')

/**
 * A row that was put back counts one write more than when an earlier step left it. Otherwise it is as that step left it,
 * so the step can still be taken back.
 */
function follow(connection: Connection, { steps }: Changes): void {
  const firsts = firstSteps(steps)
  for (const slip of OTHER_SLIPS.all(connection)) {
    const changes: Changes = JSON.parse(slip.changes)
    const left = changes.left.map((row) => {
      const first = firsts.get(nameOf(row))
      const isAsLeft = first !== undefined && areAlike(first.before, row.after)
      return isAsLeft ? { ...row, after: imageOf(connection, row) } : row
    })
    SET_CHANGES.run(connection, JSON.stringify({ ...changes, left }), slip.operationId)
  }
}
