import { AppError, type ErrorCode } from '../../shared/domain/branch/app-error.ts'
import type { ChainCheck } from '../engine/chain/chain-check.ts'
import { EnginePool } from '../engine/pool.ts'
import type { TableName } from '../engine/schema.ts'
import { requireUnheld } from '../vault/folder-lock.ts'
import { isWalMissing, OpenMarker } from '../vault/open-marker.ts'
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

/** Where a branch is opened for one thing and closed again; what the writer dies of fails that as a whole. */
export const NOBODY_LISTENS: EngineListener = { tables: () => undefined, writer: () => undefined }

/** What is needed of the options to open the engine. */
export type EngineParts = Pick<SessionOptions, 'dataFolder' | 'engine' | 'watch'>

/** Nobody reads then, and every thread costs its start. */
export function withoutReaders(parts: EngineParts): EngineParts {
  return { ...parts, engine: { ...parts.engine, readers: 0 } }
}

/**
 * Opens the folder's database. Throws `AppError` `engine.*`, among them `engine.walMissing` before anything is touched,
 * `engine.wrongKey` for a file that belongs to another vault, `engine.chain*`, `engine.witnessMissing` and `engine.clock*`
 * where the audit's chain or the clock is in doubt, and what `requireUnheld` throws while another process founds the branch,
 * replaces it or changes its key.
 * @param expectedSalt the file's salt as the vault knows it; null while the branch is being founded
 * @param purpose `acceptance` opens also where the WAL is missing, and leaves what was found of others to the caller
 */
export async function openEngine(
  { dataFolder, engine: parts, watch }: EngineParts,
  dataKey: Uint8Array,
  expectedSalt: string | null,
  chain: ChainCheck,
  listener: EngineListener,
  purpose: 'work' | 'acceptance' = 'work',
): Promise<OpenEngine> {
  if (purpose === 'work' && isWalMissing(dataFolder)) throw new AppError('engine.walMissing')
  const options = {
    ...parts,
    ...(watch === undefined ? {} : { watch }),
    file: databaseIn(dataFolder),
    dataKey,
    chain,
    onWriter: listener.writer,
  }
  // Before anything is opened: a folder that cannot take the mark leaves nothing open.
  const marker = OpenMarker.announce(dataFolder)
  let engine: EnginePool | null = null
  try {
    requireUnheld(dataFolder)
    engine = await EnginePool.open(options, listener.tables).catch((error: unknown) => {
      if (error instanceof AppError && OPENED_FIRST.includes(error.code)) marker.folded()
      throw error instanceof AppError ? explainUnopened(error, dataFolder, expectedSalt) : error
    })
    const opened = engine
    if (purpose === 'acceptance') return { engine, close: () => closeUnsettled(opened, marker) }
    marker.opened()
    return { engine, close: () => closeMarked(opened, marker) }
  } catch (error) {
    await engine?.close()
    marker.withdraw()
    throw error
  }
}

/** Refusals of a file that was opened and closed again. */
const OPENED_FIRST: readonly ErrorCode[] = [
  'engine.chainShort',
  'engine.chainChanged',
  'engine.clockBehind',
  'engine.clockAhead',
]

/** On a full disk the mark may fail; the engine closes all the same. */
async function closeMarked(engine: EnginePool, marker: OpenMarker): Promise<void> {
  try {
    marker.closing()
  } finally {
    await engine.close()
    marker.remove()
  }
}

/** Until a loss is accepted, what says so stays, whoever closes the engine or is killed before. */
async function closeUnsettled(engine: EnginePool, marker: OpenMarker): Promise<void> {
  try {
    await engine.close()
  } finally {
    marker.withdraw()
  }
}
