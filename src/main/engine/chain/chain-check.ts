import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { clockDoubt } from '../../../shared/domain/branch/clock-doubt.ts'
import type { Witness } from '../../../shared/domain/branch/witness.ts'
import { minuteAt } from '../../../shared/domain/calendar/time-of-day.ts'
import type { ReadConnection } from '../connection.ts'
import { endOfChain, gapBehind, gapError } from './chain-gap.ts'
import { readWitnessFile } from './witness-file.ts'

/** What the chain is compared with when a file is opened for writing (P2). */
export interface ChainCheck {
  /** Witnesses from elsewhere; where there is one, the witness beside the file must be there too. */
  readonly witnesses: readonly Witness[]
  /**
   * The witness beside the file: `compare` it; `replace` it by this chain's end, where a branch was founded or restored;
   * `ignore` it, and write none, while a keeper accepts what is wrong.
   */
  readonly file: 'compare' | 'replace' | 'ignore'
  readonly clock: 'compare' | 'ignore'
}

/** Where a caller says nothing: it knows of no other witness. */
export const FILE_COMPARED: ChainCheck = { witnesses: [], file: 'compare', clock: 'ignore' }

/**
 * What of a witness file has to be compared. It is to be read before the chain: others go on writing, and a chain that
 * is read later contains it.
 * @throws AppError `engine.witnessMissing` where it should be there and is not, or cannot be read
 */
export function witnessesToCompare(path: string, { witnesses, file }: ChainCheck): readonly Witness[] {
  if (file !== 'compare') return witnesses
  const found = readWitnessFile(path)
  if (found === 'unreadable') throw new AppError('engine.witnessMissing', { cause: 'unreadable' })
  if (found !== null) return [found, ...witnesses]
  // A branch that an earlier version wrote has none yet, here or elsewhere.
  if (witnesses.length > 0) throw new AppError('engine.witnessMissing', { cause: 'missing' })
  return []
}

/** Throws the first of `chainDoubts`. */
export function requireUndoubted(
  connection: ReadConnection,
  witnesses: readonly Witness[],
  nowAt: number | null,
): void {
  const [first] = chainDoubts(connection, witnesses, nowAt)
  if (first !== undefined) throw first
}

/**
 * `engine.chainShort` or `engine.chainChanged` for the newest witness that the chain lacks, and `engine.clockBehind` or
 * `engine.clockAhead` where the machine's clock does not go with the newest link.
 * @param nowAt UTC milliseconds; null where the clock is not to be looked at
 */
export function chainDoubts(
  connection: ReadConnection,
  witnesses: readonly Witness[],
  nowAt: number | null,
): readonly AppError[] {
  const gaps = witnesses
    .toSorted((one, other) => other.seq - one.seq)
    .map((witness) => gapBehind(connection, witness))
    .filter((gap) => gap !== null)
    .slice(0, 1)
  return [...gaps.map(gapError), ...clockDoubts(connection, nowAt)]
}

function clockDoubts(connection: ReadConnection, nowAt: number | null): readonly AppError[] {
  const end = endOfChain(connection)
  if (nowAt === null || end.seq === 0) return []
  const doubt = clockDoubt(end.at, nowAt)
  if (doubt === null) return []
  const code = doubt === 'behind' ? 'engine.clockBehind' : 'engine.clockAhead'
  return [new AppError(code, { newest: minuteAt(end.at), now: minuteAt(nowAt) })]
}
