import type { Connection } from '../../../engine/connection.ts'
import { markAtWork, markLeft } from './run-liveness.ts'

/**
 * Pages of the log (4 kB each) before they are moved into the database. Search keys and roll-ups are written all over
 * the file, so a page that changes ten times should be moved once; much more would make the pause of moving them felt.
 * Ours, as is the cache.
 */
const LOG_PAGES = 4_000
const CACHE_KIB = 128 * 1024

/** Settings that an import changes and puts back. */
const TUNED = { wal_autocheckpoint: LOG_PAGES, cache_size: -CACHE_KIB } as const

/**
 * Marks this thread as the one at work on a run, and gives its connection more room.
 * @returns what ends both; to be called whatever happened
 */
export function goToWork(connection: Connection, runUid: string): () => void {
  const usual = Object.keys(TUNED).map((name) => [name, Number(connection.pragma(name))] as const)
  for (const [name, value] of Object.entries(TUNED)) connection.pragma(`${name}=${value}`)
  markAtWork(runUid)
  return () => {
    markLeft(runUid)
    for (const [name, value] of usual) connection.pragma(`${name}=${value}`)
  }
}
