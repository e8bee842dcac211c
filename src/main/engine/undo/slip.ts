import { UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { Connection, ReadConnection } from '../connection.ts'
import type { AuditDetail } from '../context.ts'
import { TABLES } from '../schema.ts'
import { read, write } from '../statement.ts'
import type { Changes } from './record-changes.ts'

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

/** Takes out every slip that nobody can use any more: the images of rows are kept for seconds only. */
export function dropPastSlips(connection: Connection, nowAt: number): boolean {
  return DROP_PAST.run(connection, nowAt - UNDO_WINDOW_MS).changes > 0
}

const DROP = write('DELETE FROM undo_slip WHERE staff_no = ?')

const KEEP = write(
  `INSERT INTO undo_slip (staff_no, operation_id, operation, at, audit_seq, customer_uid, detail, changes)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (staff_no) DO UPDATE SET operation_id = excluded.operation_id, operation = excluded.operation,
     at = excluded.at, audit_seq = excluded.audit_seq, customer_uid = excluded.customer_uid,
     detail = excluded.detail, changes = excluded.changes, taking = 0`,
)

/**
 * Keeps how to take back a write, in its own transaction. It takes the place of that member's slip before; a write that
 * changed nothing leaves none, because what was done before it is not the newest step any more.
 */
export function keepSlip(connection: Connection, slip: UndoSlip): void {
  dropPastSlips(connection, slip.at)
  if (slip.changes.steps.length === 0) {
    DROP.run(connection, slip.staffNo)
    return
  }
  KEEP.run(
    connection,
    slip.staffNo,
    slip.operationId,
    slip.operation,
    slip.at,
    slip.auditSeq,
    slip.customerUid,
    JSON.stringify(slip.detail),
    JSON.stringify(slip.changes),
  )
}

const SLIP_OF = read(
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
     customer_uid AS customerUid, detail, changes FROM undo_slip WHERE staff_no = ?`,
)

/** The slip of a member's newest step, in or past its time; undefined where there is none. */
export function slipOf(connection: ReadConnection, staffNo: string): UndoSlip | undefined {
  const row = SLIP_OF.get(connection, staffNo)
  if (row === undefined) return undefined
  // Written by `keepSlip` and by nothing else.
  return { ...row, detail: JSON.parse(row.detail), changes: JSON.parse(row.changes) }
}

const BEGIN_TAKING = write('UPDATE undo_slip SET taking = 1 WHERE staff_no = ?')

/** Runs `work` while the schema's own guards know that this slip is being taken, then the slip is gone. */
export function takingSlip<Value>(connection: Connection, staffNo: string, work: () => Value): Value {
  BEGIN_TAKING.run(connection, staffNo)
  const value = work()
  DROP.run(connection, staffNo)
  return value
}
