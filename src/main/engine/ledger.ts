import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { AuditDetail } from './context.ts'
import { TABLES } from './schema.ts'
import { read, write } from './statement.ts'

const { audit } = TABLES

/** What one link of the audit chain says. */
export interface AuditFact {
  readonly at: number
  readonly staffNo: string
  readonly action: string
  readonly customerUid: string | null
  readonly detail: AuditDetail
}

interface AuditLink {
  readonly seq: number
  readonly at: number
  readonly staff_no: string
  readonly action: string
  readonly customer_uid: string | null
  readonly detail: string
}

export const CHAIN_START = new Uint8Array(32)

/**
 * SHA-256 over the previous link's hash and every column of this one. Length-prefixed by JSON, so that no two
 * different rows read the same.
 */
function linkHash(previous: Uint8Array, link: AuditLink): Uint8Array {
  return createHash('sha256').update(previous).update(hashedText(link)).digest()
}

/** The columns as they are hashed behind the previous hash. */
export function hashedText(link: AuditLink): string {
  return JSON.stringify([link.seq, link.at, link.staff_no, link.action, link.customer_uid, link.detail])
}

const LAST_LINK = read(
  { seq: audit.seq, hash: audit.hash },
  'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
)

const ADD_LINK = write(
  `INSERT INTO audit (seq, at, staff_no, action, customer_uid, detail, previous_hash, hash)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Adds a link to the chain. Runs inside the transaction of the write it speaks of.
 * @returns the link's number
 */
export function appendAudit(connection: Connection, fact: AuditFact): number {
  const last = LAST_LINK.get(connection)
  const previous = last?.hash ?? CHAIN_START
  const link: AuditLink = {
    seq: (last?.seq ?? 0) + 1,
    at: fact.at,
    staff_no: fact.staffNo,
    action: fact.action,
    customer_uid: fact.customerUid,
    detail: JSON.stringify(fact.detail),
  }
  ADD_LINK.run(
    connection,
    link.seq,
    link.at,
    link.staff_no,
    link.action,
    link.customer_uid,
    link.detail,
    previous,
    linkHash(previous, link),
  )
  return link.seq
}

export interface OutboxEntry {
  readonly operationId: string
  readonly operation: string
  readonly staffNo: string
  readonly at: number
  readonly payload: object
  /** Numbers of the audit's links of the same write. */
  readonly firstLink: number
  readonly lastLink: number
}

const ADD_TO_OUTBOX = write(
  `INSERT INTO outbox (operation_id, operation, staff_no, at, payload, first_link, last_link)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
)

/** Leaves what happened for the hub; the row's number is the device's own sequence. */
export function appendOutbox(connection: Connection, entry: OutboxEntry): void {
  ADD_TO_OUTBOX.run(
    connection,
    entry.operationId,
    entry.operation,
    entry.staffNo,
    entry.at,
    JSON.stringify(entry.payload),
    entry.firstLink,
    entry.lastLink,
  )
}

const ERASE_PAYLOADS = write(
  `UPDATE outbox SET payload = '{"erased":true}'
   WHERE seq > ? AND seq <= ? AND operation >= ? AND operation < ? AND at < ?`,
)

/**
 * Takes the payload out of rows that are past their time; that something happened, when and by whom, stays.
 * @param of operations of a feature, written before an instant (UTC milliseconds)
 * @returns how many there were
 */
export function erasePayloads(
  connection: Connection,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  { feature, beforeAt }: { readonly feature: string; readonly beforeAt: number },
): number {
  // The slash follows the dot in the order of text: every operation `feature.name`, and no other.
  return ERASE_PAYLOADS.run(connection, after, upTo, `${feature}.`, `${feature}/`, beforeAt).changes
}
