import { AppError, type ErrorCode } from '../../shared/domain/branch/app-error.ts'
import type { ChainCheck } from '../engine/chain/chain-check.ts'
import { EnginePool } from '../engine/pool.ts'
import type { TableName } from '../engine/schema.ts'
import { isWalMissing, OpenMarker, removeDeadMarkers } from '../vault/open-marker.ts'
import { explainUnopened } from '../vault/store-faults.ts'
import { databaseIn } from '../vault/store-files.ts'
import type { SessionOptions } from './session-options.ts'

/** The engine of an opened branch, with the mark that tells the next start whether it was closed well. */
export interface OpenEngine {
  readonly engine: EnginePool
  close(): Promise<void>
}

/** Who hears what the engine does beside its answers. */
export interface EngineListener {
  /** A committed write changed these tables. */
  tables(tables: readonly TableName[]): void
  /** The writer died, or is back. */
  writer(state: 'lost' | 'back'): void
}

/** What is needed of the options to open the engine. */
export type EngineParts = Pick<SessionOptions, 'dataFolder' | 'engine' | 'watch'>

/**
 * Opens the folder's database. Throws `AppError` `engine.*`, among them `engine.walMissing` before anything is touched
 * and `engine.wrongKey` for a file that belongs to another vault.
 * `engine.chain*`, `engine.witnessMissing` and `engine.clock*` where the audit's chain or the clock is in doubt.
 * @param expectedSalt the file's salt as the vault knows it; null while the branch is being founded
 */
export async function openEngine(
  { dataFolder, engine: parts, watch }: EngineParts,
  dataKey: Uint8Array,
  expectedSalt: string | null,
  chain: ChainCheck,
  listener: EngineListener,
): Promise<OpenEngine> {
  if (isWalMissing(dataFolder)) throw new AppError('engine.walMissing')
  const options = {
    ...parts,
    ...(watch === undefined ? {} : { watch }),
    file: databaseIn(dataFolder),
    dataKey,
    chain,
    onWriter: listener.writer,
  }
  const engine = await EnginePool.open(options, listener.tables).catch((error: unknown) => {
    // The file opened, which folded the log of whoever was killed: it is not missed the next time.
    if (error instanceof AppError && OPENED_FIRST.includes(error.code)) removeDeadMarkers(dataFolder)
    throw error instanceof AppError ? explainUnopened(error, dataFolder, expectedSalt) : error
  })
  return { engine, close: await closerOf(engine, dataFolder) }
}

/** Refusals of a file that was opened and closed again. */
const OPENED_FIRST: readonly ErrorCode[] = [
  'engine.chainShort',
  'engine.chainChanged',
  'engine.clockBehind',
  'engine.clockAhead',
]

/** Marks the branch as open; a folder that cannot take the mark leaves nothing open. */
async function closerOf(engine: EnginePool, dataFolder: string): Promise<() => Promise<void>> {
  try {
    const marker = OpenMarker.put(dataFolder)
    return () => closeMarked(engine, marker)
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** On a full disk the mark may fail; the engine closes all the same. */
async function closeMarked(engine: EnginePool, marker: OpenMarker): Promise<void> {
  try {
    marker.closing()
  } finally {
    await engine.close()
    marker.remove()
  }
}
