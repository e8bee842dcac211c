import type { ChainVerdict } from '../../../shared/contract/audit.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { CHAIN_START, hashedText } from '../../engine/ledger.ts'
import { type ArrayOf, integer, orNull, type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, readArrays } from '../../engine/statement.ts'
import { ChainHash } from './chain-hash.ts'

const { audit, outbox } = TABLES

/** Links in one read: each page is a snapshot of its own, so that a long chain does not hold back the log's end. */
const PAGE = 500
const BEFORE_ALL = Number.MIN_SAFE_INTEGER

/** Arrays, because a million links are read; hashes come as lower-case hexadecimal text. */
const PAGE_OF_LINKS = readArrays(
  [
    ['seq', audit.seq],
    ['at', audit.at],
    ['staff_no', audit.staff_no],
    ['action', audit.action],
    ['customer_uid', audit.customer_uid],
    ['detail', audit.detail],
    ['previousHash', text],
    ['hash', text],
  ],
  `SELECT seq, at, staff_no, action, customer_uid, detail, lower(hex(previous_hash)) AS previousHash,
     lower(hex(hash)) AS hash
   FROM audit WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
)

type StoredLink = ArrayOf<typeof PAGE_OF_LINKS.columns>

/**
 * Recomputes the whole chain (P2). A changed link no longer has its hash, a missing one leaves a gap; links cut off at
 * the end are noticed by the outbox, whose sequence never goes back and never runs ahead of the audit: it is read
 * first, because others go on writing meanwhile. A write about many people has a link for each, so that the count alone
 * would miss a cut; the last write's own links are looked for too. One pass that holds one page of links, however long the chain is.
 */
export function verify({ connection }: ReadContext): ChainVerdict {
  const written = writesEver(connection)
  const last = LAST_WRITE.get(connection)
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

function* linksInOrder(connection: ReadConnection): Generator<StoredLink, void> {
  for (let after = BEFORE_ALL; ; ) {
    const links = PAGE_OF_LINKS.all(connection, after)
    yield* links
    const last = links.at(-1)
    if (last === undefined || links.length < PAGE) return
    after = last[0]
  }
}

function textOf([seq, at, staffNo, action, customerUid, detail]: StoredLink): string {
  return hashedText({ seq, at, staff_no: staffNo, action, customer_uid: customerUid, detail })
}

/** An expression, because a column of SQLite's own table has no storage to compare with. */
const LAST_OUTBOX_NUMBER = read(
  { seq: orNull(integer) },
  `SELECT CAST(seq AS INTEGER) AS seq FROM sqlite_sequence WHERE name = 'outbox'`,
)

/** Writes this device ever committed, each of which left an audit link: outlives outbox rows that were sent and dropped. */
function writesEver(connection: ReadConnection): number {
  return LAST_OUTBOX_NUMBER.get(connection)?.seq ?? 0
}

const LAST_WRITE = read(
  { at: outbox.at, staffNo: outbox.staff_no, operation: outbox.operation },
  'SELECT at, staff_no AS staffNo, operation FROM outbox ORDER BY seq DESC LIMIT 1',
)

type Write = RowOf<typeof LAST_WRITE.columns>

const LINKS_OF_WRITE = read(
  { links: integer, people: orNull(integer) },
  `SELECT count(*) AS links, max(json_extract(detail, '$.people')) AS people FROM audit
   WHERE at = ? AND staff_no = ? AND action = ?`,
)

/** Whether a write has its link, or all of them where it was about many people. */
function hasAllLinks(connection: ReadConnection, { at, staffNo, operation }: Write): boolean {
  const found = LINKS_OF_WRITE.get(connection, at, staffNo, operation)
  return (found?.links ?? 0) >= Math.max(1, found?.people ?? 1)
}
