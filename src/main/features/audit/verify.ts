import type { ChainVerdict } from '../../../shared/contract/audit.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { type AuditLink, CHAIN_START, linkHash } from '../../engine/ledger.ts'

interface StoredLink extends AuditLink {
  readonly previous_hash: Uint8Array
  readonly hash: Uint8Array
}

/**
 * Recomputes the whole chain (P2). A changed link no longer has its hash, a missing one leaves a gap; links cut off at
 * the end are noticed by the outbox, whose sequence never goes back and never runs ahead of the audit.
 * One pass that holds one link at a time, however long the chain is.
 */
export function verify({ connection }: ReadContext): ChainVerdict {
  let entries = 0
  let previous: Uint8Array = CHAIN_START
  for (const link of linksInOrder(connection)) {
    const expected = entries + 1
    if (link.seq !== expected) return { intact: false, entries, brokenAt: expected, reason: 'gap' }
    if (!isSound(link, previous)) return { intact: false, entries, brokenAt: link.seq, reason: 'hash' }
    previous = link.hash
    entries += 1
  }
  if (entries < writesEver(connection)) {
    return { intact: false, entries, brokenAt: entries + 1, reason: 'truncated' }
  }
  return { intact: true, entries, lastHash: Buffer.from(previous).toString('hex') }
}

function linksInOrder(connection: Connection): IterableIterator<StoredLink> {
  return connection
    .statement<StoredLink>(
      `SELECT seq, at, staff_no, action, customer_uid, detail, previous_hash, hash FROM audit ORDER BY seq`,
    )
    .iterate()
}

function isSound(link: StoredLink, previous: Uint8Array): boolean {
  return equal(link.previous_hash, previous) && equal(link.hash, linkHash(previous, link))
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Writes this device ever committed, each of which left an audit link: outlives outbox rows that were sent and dropped. */
function writesEver(connection: Connection): number {
  return (
    connection.statement<{ seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'outbox'`).get()
      ?.seq ?? 0
  )
}
