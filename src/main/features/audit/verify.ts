import type { ChainVerdict } from '../../../shared/contract/audit.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { CHAIN_START, hashedText } from '../../engine/ledger.ts'
import { ChainHash } from './chain-hash.ts'

/** An array, because a million links are read at once; hashes come as lower-case hexadecimal text. */
type StoredLink = readonly [
  seq: number,
  at: number,
  staffNo: string,
  action: string,
  customerUid: string | null,
  detail: string,
  previousHash: string,
  hash: string,
]

/**
 * Recomputes the whole chain (P2). A changed link no longer has its hash, a missing one leaves a gap; links cut off at
 * the end are noticed by the outbox, whose sequence never goes back and never runs ahead of the audit: it is read
 * first, because others go on writing meanwhile. A write about many people has a link for each, so that the count alone
 * would miss a cut; the last write's own links are looked for too. One pass that holds one page of links, however long the chain is.
 */
export function verify({ connection }: ReadContext): ChainVerdict {
  const written = writesEver(connection)
  const last = lastWrite(connection)
  const chain = new ChainHash()
  let entries = 0
  let previous = Buffer.from(CHAIN_START).toString('hex')
  for (const link of linksInOrder(connection)) {
    const [seq, , , , , , previousHash, hash] = link
    const expected = entries + 1
    if (seq !== expected) return { intact: false, entries, brokenAt: expected, reason: 'gap' }
    if (previousHash !== previous || hash !== chain.next(previous, textOf(link))) {
      return { intact: false, entries, brokenAt: seq, reason: 'hash' }
    }
    previous = hash
    entries = seq
  }
  if (entries < written || (last !== undefined && !hasAllLinks(connection, last))) {
    return { intact: false, entries, brokenAt: entries + 1, reason: 'truncated' }
  }
  return { intact: true, entries, lastHash: previous }
}

/** Links in one read: each page is a snapshot of its own, so that a long chain does not hold back the log's end. */
const PAGE = 500
const BEFORE_ALL = Number.MIN_SAFE_INTEGER

function* linksInOrder(connection: Connection): Generator<StoredLink, void> {
  const page = connection
    .statement<StoredLink>(
      `SELECT seq, at, staff_no, action, customer_uid, detail, lower(hex(previous_hash)), lower(hex(hash))
       FROM audit WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
    )
    .raw(true)
  for (let after = BEFORE_ALL; ; ) {
    const links = page.all(after)
    yield* links
    const last = links.at(-1)
    if (last === undefined || links.length < PAGE) return
    after = last[0]
  }
}

function textOf([seq, at, staffNo, action, customerUid, detail]: StoredLink): string {
  return hashedText({ seq, at, staff_no: staffNo, action, customer_uid: customerUid, detail })
}

/** Writes this device ever committed, each of which left an audit link: outlives outbox rows that were sent and dropped. */
function writesEver(connection: Connection): number {
  return (
    connection.statement<{ seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'outbox'`).get()
      ?.seq ?? 0
  )
}

interface Write {
  readonly at: number
  readonly staffNo: string
  readonly operation: string
}

function lastWrite(connection: Connection): Write | undefined {
  return connection
    .statement<Write>('SELECT at, staff_no AS staffNo, operation FROM outbox ORDER BY seq DESC LIMIT 1')
    .get()
}

/** Whether a write has its link, or all of them where it was about many people. */
function hasAllLinks(connection: Connection, { at, staffNo, operation }: Write): boolean {
  const found = connection
    .statement<{ links: number; people: number | null }>(
      `SELECT count(*) AS links, max(json_extract(detail, '$.people')) AS people FROM audit
       WHERE at = ? AND staff_no = ? AND action = ?`,
    )
    .get(at, staffNo, operation)
  return (found?.links ?? 0) >= Math.max(1, found?.people ?? 1)
}
