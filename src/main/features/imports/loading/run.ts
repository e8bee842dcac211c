import type { Connection } from '../../../engine/connection.ts'
import { stillRuns } from '../../../engine/process-life.ts'

/** Runs that this thread is at; there is one writer thread in a process. */
const atWork = new Set<string>()

export function markAtWork(runUid: string): void {
  atWork.add(runUid)
}

export function markLeft(runUid: string): void {
  atWork.delete(runUid)
}

export interface Ownership {
  readonly uid: string
  readonly ownerProcess: number
  readonly heartbeatAt: number
}

/**
 * Whether somebody is still working on a run, in this process or in another (a nightly job on the same PC). An import
 * beats every few milliseconds.
 */
export function isAlive({ uid, ownerProcess, heartbeatAt }: Ownership, nowAt: number): boolean {
  if (ownerProcess === process.pid) return atWork.has(uid)
  return stillRuns(ownerProcess, nowAt - heartbeatAt)
}

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
export function enterBulkMode(connection: Connection, runUid: string): () => void {
  const usual = Object.keys(TUNED).map((name) => [name, Number(connection.pragma(name))] as const)
  for (const [name, value] of Object.entries(TUNED)) connection.pragma(`${name}=${value}`)
  markAtWork(runUid)
  return () => {
    markLeft(runUid)
    for (const [name, value] of usual) connection.pragma(`${name}=${value}`)
  }
}

/**
 * One slice of an import. It is not waited for until it is on the disk: a power cut may lose the last slices, never
 * tear one, and what is lost is a run that nobody was told is done. The end of a run, and every write of a teller in
 * between, is a full commit, which also puts everything before it on the disk.
 */
export function bulkTransaction<T>(connection: Connection, work: () => T): T {
  connection.pragma('synchronous=NORMAL')
  try {
    return connection.transaction(work)
  } finally {
    connection.pragma('synchronous=FULL')
  }
}
