import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { Witness } from '../../../shared/domain/branch/witness.ts'
import { minuteAt } from '../../../shared/domain/calendar/time-of-day.ts'
import type { ReadConnection } from '../connection.ts'
import { CHAIN_START } from '../ledger.ts'
import { text } from '../schema/columns.ts'
import { TABLES } from '../schema.ts'
import { read } from '../statement.ts'

const { audit } = TABLES

const WITNESS = { seq: audit.seq, hash: text, at: audit.at }

const NEWEST = read(WITNESS, 'SELECT seq, lower(hex(hash)) AS hash, at FROM audit ORDER BY seq DESC LIMIT 1')

const LINK = read(WITNESS, 'SELECT seq, lower(hex(hash)) AS hash, at FROM audit WHERE seq = ?')

/** The end of an empty chain. */
const NO_LINK: Witness = { seq: 0, hash: Buffer.from(CHAIN_START).toString('hex'), at: 0 }

/** The newest link; the beginning of all chains where there is none. */
export function endOfChain(connection: ReadConnection): Witness {
  return NEWEST.get(connection) ?? NO_LINK
}

/** What a chain lacks of a witness. */
export type ChainGap =
  /** The chain ends before the witnessed link. */
  | { readonly kind: 'short'; readonly end: Witness; readonly witness: Witness }
  /** Another link has its number. */
  | { readonly kind: 'changed'; readonly end: Witness; readonly witness: Witness }

/** Whether the chain still contains a witness. A hash may be given by its first digits, as it stands on paper. */
export function gapBehind(connection: ReadConnection, witness: Witness): ChainGap | null {
  if (witness.seq === 0) return null
  const end = endOfChain(connection)
  if (end.seq < witness.seq) return { kind: 'short', end, witness }
  const link = LINK.get(connection, witness.seq)
  return link?.hash.startsWith(witness.hash) === true ? null : { kind: 'changed', end, witness }
}

/** A gap as the refusal that stands on a screen. */
export function gapError({ kind, end, witness }: ChainGap): AppError {
  const until = minuteAt(witness.at)
  if (kind === 'changed') return new AppError('engine.chainChanged', { link: witness.seq, until })
  const since = end.seq === 0 ? '—' : minuteAt(end.at)
  return new AppError('engine.chainShort', { lost: witness.seq - end.seq, link: end.seq, since, until })
}
