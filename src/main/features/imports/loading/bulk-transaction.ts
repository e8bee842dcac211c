import type { LoadSession } from './load-session.ts'
import { beat } from './run-record.ts'

/**
 * One slice of a run. It takes its time when it has the lock, and beats: however long the run takes and whatever it is
 * doing, others see that it is alive. It is not waited for until it is on the disk: a power cut may lose the last slices,
 * never tear one, and what is lost is a run that nobody was told is done. The end of a run, and every write of a teller in
 * between, is a full commit, which also puts everything before it on the disk.
 * @param rejectFile where refused rows are kept; null where there is none, or none yet
 * @throws Refusal imports.interrupted
 */
export function bulkTransaction<T>(session: LoadSession, rejectFile: string | null, work: () => T): T {
  const { connection, run } = session
  connection.pragma('synchronous=NORMAL')
  try {
    return connection.transaction(() => {
      session.nowAt = session.readClock()
      beat(connection, run, session.nowAt, rejectFile)
      return work()
    })
  } finally {
    connection.pragma('synchronous=FULL')
  }
}
