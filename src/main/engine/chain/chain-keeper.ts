import type { Connection } from '../connection.ts'
import { type ChainCheck, requireUndoubted, witnessesToCompare } from './chain-check.ts'
import { endOfChain } from './chain-gap.ts'
import { WitnessFile, witnessFileOf } from './witness-file.ts'

/**
 * Keeps the witness beside the database at the chain's end, on the writer's thread (P2). It is written after a commit is on the
 * disk and before whoever asked hears of it, so that work which was acknowledged and is gone is noticed, and a process
 * killed in between leaves a witness that merely lags behind.
 */
export class ChainKeeper {
  readonly #connection: Connection
  readonly #file: WitnessFile | null
  #seq: number

  private constructor(connection: Connection, file: WitnessFile | null, seq: number) {
    this.#connection = connection
    this.#file = file
    this.#seq = seq
  }

  /**
   * Compares, then goes on from the chain's end. Throws `engine.chainShort`, `engine.chainChanged`,
   * `engine.witnessMissing`, `engine.clockBehind`, `engine.clockAhead`, before anything was written.
   * @param open opens and migrates the file
   */
  static over(
    file: string,
    check: ChainCheck,
    nowAt: () => number,
    open: () => Connection,
  ): { readonly connection: Connection; readonly keeper: ChainKeeper } {
    const path = witnessFileOf(file)
    const witnesses = witnessesToCompare(path, check)
    const connection = open()
    try {
      requireUndoubted(connection, witnesses, check.clock === 'compare' ? nowAt() : null)
      const witness = check.file === 'ignore' ? null : openAt(path, connection, check.file)
      return { connection, keeper: new ChainKeeper(connection, witness, endOfChain(connection).seq) }
    } catch (error) {
      connection.close()
      throw error
    }
  }

  /** Something was committed. Without a new link it costs one look at the newest. */
  wrote(): void {
    if (this.#file === null) return
    try {
      const end = endOfChain(this.#connection)
      if (end.seq === this.#seq) return
      this.#file.write(end)
      this.#seq = end.seq
    } catch {
      // The write itself is on the disk, and a witness that lags behind accuses nobody: the next one takes this up.
    }
  }

  /** Nothing happens at the moment: time to wait for the disk. */
  quiet(): void {
    try {
      this.#file?.settle()
    } catch {
      // As above.
    }
  }

  close(): void {
    this.quiet()
    this.#file?.close()
  }
}

function openAt(path: string, connection: Connection, how: 'compare' | 'replace'): WitnessFile {
  const witness = WitnessFile.open(path)
  const end = endOfChain(connection)
  if (how === 'replace') witness.replace(end)
  else witness.write(end)
  return witness
}
