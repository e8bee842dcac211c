import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { takeLock } from './lock-file.ts'

const PAUSE_MS = 5
/** A change is a small file written and synced; on a busy machine a second. Our own default. */
const HELD_AT_MOST_MS = 10_000
/** Longer than that, so that a dead holder's lock keeps nobody out. Our own default. */
const LONGEST_WAIT_MS = 15_000

/**
 * Reads and writes of a vault that belong together, while no other process changes it: two that read the same state
 * would lose one of the changes, and a slot that was taken away would be back. Windows go on meanwhile; `work` itself is
 * not interrupted.
 * @param work is given what throws `engine.busy` where the lock was lost, to be called last before a write takes effect
 * @throws AppError `engine.busy`, `engine.readOnly`, `engine.diskFull`
 */
export async function aloneWithVault<T>(vaultFile: string, work: (requireOwn: () => void) => T): Promise<T> {
  const take = () => takeLock(`${vaultFile}.lock`, 'vault', HELD_AT_MOST_MS)
  let lock = take()
  for (let waitedMs = 0; lock === null; waitedMs += PAUSE_MS) {
    if (waitedMs >= LONGEST_WAIT_MS) throw new AppError('engine.busy')
    await pause(PAUSE_MS)
    lock = take()
  }
  const own = lock
  try {
    return work(() => {
      if (!own.isOwn()) throw new AppError('engine.busy')
    })
  } finally {
    own.letGo()
  }
}
