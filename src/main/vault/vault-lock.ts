import { AppError } from '../../shared/domain/branch/app-error.ts'
import { takeLock } from './lock-file.ts'

const PAUSE_MS = 5
/** A change is a small file written and synced; on a busy machine a second. Our own default. */
const LONGEST_WAIT_MS = 10_000

/**
 * Reads and writes of a vault that belong together, while no other process changes it: two that read the same state
 * would lose one of the changes, and a slot that was taken away would be back. Waits without giving the thread away,
 * because a try at a passphrase has to be on the disk before anything else happens.
 * @throws AppError `engine.busy`, `engine.readOnly`, `engine.diskFull`
 */
export function aloneWithVault<T>(vaultFile: string, work: () => T): T {
  const path = `${vaultFile}.lock`
  const pause = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  let lock = takeLock(path, 'vault')
  for (let waitedMs = 0; lock === null; waitedMs += PAUSE_MS) {
    if (waitedMs >= LONGEST_WAIT_MS) throw new AppError('engine.busy')
    Atomics.wait(pause, 0, 0, PAUSE_MS)
    lock = takeLock(path, 'vault')
  }
  try {
    return work()
  } finally {
    lock.letGo()
  }
}
