import { join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { BEAT_MS, holdsLock, takeLock, wordOfHolder } from './lock-file.ts'

const LOCK_FILE = 'folder.lock'

/** What is done to a whole branch: nobody else may open, found or replace one in the folder meanwhile. */
type FolderWork = 'founding' | 'restoring' | 'changing-key'

const REFUSALS = {
  founding: 'session.beingFounded',
  restoring: 'session.beingRestored',
  'changing-key': 'session.keyBeingChanged',
} as const satisfies Record<FolderWork, string>

/**
 * Holds a folder for work on the whole branch. Whoever opens the branch puts a marker first and then looks at this lock;
 * who holds it looks at the markers after taking it: so one of two that begin at once always sees the other.
 * The returned function lets go.
 * @throws AppError `session.beingFounded`, `session.beingRestored` or `session.keyBeingChanged` for what another process
 * does, `engine.readOnly`, `engine.diskFull`
 */
export function holdFolder(folder: string, work: FolderWork): () => void {
  const path = join(folder, LOCK_FILE)
  const lock = takeLock(path, work)
  if (lock === null) throw new AppError(REFUSALS[workUnder(path) ?? work])
  const beating = setInterval(lock.beat, BEAT_MS)
  beating.unref()
  return () => {
    clearInterval(beating)
    lock.letGo()
  }
}

/** Throws as `holdFolder` while another process holds the folder. */
export function requireUnheld(folder: string): void {
  const path = join(folder, LOCK_FILE)
  if (holdsLock(path)) return
  const work = workUnder(path)
  if (work !== null) throw new AppError(REFUSALS[work])
}

function workUnder(path: string): FolderWork | null {
  const word = wordOfHolder(path)
  if (word === null) return null
  // One that is empty is about to say what it is; a founding is what meets in an empty folder.
  return word === 'restoring' || word === 'changing-key' ? word : 'founding'
}
