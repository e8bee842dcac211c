import type { ReadConnection } from '../../engine/connection.ts'
import { hashedText } from '../../engine/ledger.ts'
import { type ArrayOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, readArrays } from '../../engine/statement.ts'
import { ChainHash } from './chain-hash.ts'

const { audit } = TABLES

/** Links in one read. */
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

/** A link that was recomputed, and the end of the chain up to there. */
export interface ChainedTo {
  readonly seq: number
  readonly hash: string
}

/** The first link that is not what the chain says. */
export interface BrokenLink {
  readonly brokenAt: number
  readonly reason: 'hash' | 'gap'
}

/**
 * Recomputes the links behind `from`: a changed one no longer has its hash, a missing one leaves a gap.
 * @param most how many at most
 * @returns how far the chain holds, whether that is its end, and what broke it
 */
export function recomputeLinks(
  connection: ReadConnection,
  from: ChainedTo,
  most: number,
): { readonly to: ChainedTo; readonly ended: boolean; readonly broken: BrokenLink | null } {
  const chain = new ChainHash()
  let { seq: entries, hash: previous } = from
  let left = most
  for (const link of linksBehind(connection, from.seq)) {
    if (left-- === 0) return { to: { seq: entries, hash: previous }, ended: false, broken: null }
    const broken = flawOf(link, entries + 1, previous, chain)
    if (broken !== null) return { to: { seq: entries, hash: previous }, ended: true, broken }
    previous = link[7]
    entries = link[0]
  }
  return { to: { seq: entries, hash: previous }, ended: true, broken: null }
}

function flawOf(link: StoredLink, expected: number, previous: string, chain: ChainHash): BrokenLink | null {
  const [seq, , , , , , previousHash, hash] = link
  if (seq !== expected) return { brokenAt: expected, reason: 'gap' }
  const whole = previousHash === previous && hash === chain.next(previous, textOf(link))
  return whole ? null : { brokenAt: seq, reason: 'hash' }
}

const HASH_OF = read({ hash: text }, 'SELECT lower(hex(hash)) AS hash FROM audit WHERE seq = ?')

/** Whether a link still has the hash up to which the chain was recomputed earlier. */
export function stillChainedTo(connection: ReadConnection, { seq, hash }: ChainedTo): boolean {
  return seq === 0 || HASH_OF.get(connection, seq)?.hash === hash
}

/** From the very first row where nothing was recomputed yet: also one with a number below 1 does not belong there. */
function* linksBehind(connection: ReadConnection, seq: number): Generator<StoredLink, void> {
  for (let after = seq === 0 ? BEFORE_ALL : seq; ; ) {
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
