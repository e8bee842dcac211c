import type { Connection } from '../../../engine/connection.ts'

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
