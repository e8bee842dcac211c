import type { ChainPart, ChainPosition, ChainVerdict } from '../../../shared/contract/audit.ts'
import { endOfChain } from '../../engine/chain/chain-gap.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { CHAIN_START } from '../../engine/ledger.ts'
import { recomputeLinks, stillChainedTo } from './links-in-order.ts'
import { missedLinks, newestRow, writesEver } from './links-of-writes.ts'

/** Links, or rows of the outbox, in one part: a few tens of milliseconds, in which the reader answers nobody else. */
const PART = 5_000

const START: ChainPosition = { part: 'links', seq: 0, hash: Buffer.from(CHAIN_START).toString('hex') }

/**
 * One part of a check of the chain (P2): first its links, then the outbox, each of whose rows must find its own links as
 * it names them. Each part is a snapshot of its own, so that a long chain does not hold back the log's end; what others write
 * meanwhile is written with its links.
 */
export function verifyPart(
  { connection }: Pick<ReadContext, 'connection'>,
  { from }: { readonly from: ChainPosition | null },
): ChainPart {
  const position = from ?? START
  return position.part === 'links' ? linksPart(connection, position) : outboxPart(connection, position)
}

/** All parts in one go. */
export function verify(context: Pick<ReadContext, 'connection'>): ChainVerdict {
  for (let from: ChainPosition | null = null; ; ) {
    const part = verifyPart(context, { from })
    if (part.state === 'done') return part.verdict
    from = part.next
  }
}

function linksPart(connection: ReadConnection, from: ChainPosition & { readonly part: 'links' }): ChainPart {
  if (!stillChainedTo(connection, from)) {
    return broken({ entries: from.seq - 1, brokenAt: from.seq, reason: 'hash' })
  }
  const { to, ended, broken: flaw } = recomputeLinks(connection, from, PART)
  if (flaw !== null) return broken({ entries: to.seq, ...flaw })
  const next: ChainPosition = ended
    ? { part: 'outbox', seq: 0, links: to.seq, hash: to.hash }
    : { part: 'links', ...to }
  return more(connection, next)
}

function outboxPart(
  connection: ReadConnection,
  from: ChainPosition & { readonly part: 'outbox' },
): ChainPart {
  const end = endOfChain(connection).seq
  const upTo = from.seq + PART
  const missed = missedLinks(connection, from.seq, upTo)
  if (missed !== null) {
    // One row may have several links, of which only the newest were cut off.
    return missed.last > end || end < from.links
      ? broken({ entries: end, brokenAt: end + 1, reason: 'truncated' })
      : broken({ entries: from.links, brokenAt: missed.first, reason: 'outbox' })
  }
  if (upTo < newestRow(connection)) return more(connection, { ...from, seq: upTo })
  if (end < writesEver(connection)) return broken({ entries: end, brokenAt: end + 1, reason: 'truncated' })
  return { state: 'done', verdict: { intact: true, entries: from.links, lastHash: from.hash } }
}

function more(connection: ReadConnection, next: ChainPosition): ChainPart {
  const links = next.part === 'links' ? next.seq : next.links
  const rows = next.part === 'links' ? 0 : next.seq
  return { state: 'more', next, done: links + rows, of: endOfChain(connection).seq + newestRow(connection) }
}

function broken(verdict: Omit<ChainVerdict & { readonly intact: false }, 'intact'>): ChainPart {
  return { state: 'done', verdict: { intact: false, ...verdict } }
}
