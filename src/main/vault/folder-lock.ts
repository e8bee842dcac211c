import { join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { holdsLock, takeLock, wordOfHolder } from './lock-file.ts'
import { everyFewSeconds, type Pulse } from './open-marker.ts'

const LOCK_FILE = 'folder.lock'

/** What is done to a whole branch: nobody else may open, found or replace one in the folder meanwhile. */
type FolderWork = 'founding' | 'restoring' | 'changing-key' | 'accepting'

const REFUSALS = {
  founding: 'session.beingFounded',
  restoring: 'session.beingRestored',
  'changing-key': 'session.keyBeingChanged',
  // Opened for a moment, by a keeper who accepts what a start found.
  accepting: 'session.alreadyOpen',
} as const satisfies Record<FolderWork, string>

/** A folder that this process holds. */
export interface FolderHold {
  /**
   * To be called before what cannot be taken back: the machine may have slept, and somebody taken the folder over.
   * @throws AppError as `holdFolder` for what another does in the folder, `engine.busy` where that is over
   */
  requireOwn(): void
  /** Whether nobody has taken it over. */
  isOwn(): boolean
  letGo(): void
}

/**
 * Holds a folder for work on the whole branch. Whoever opens the branch puts a marker first and then looks at this lock;
 * who holds it looks at the markers after taking it: so one of two that begin at once always sees the other.
 * @throws AppError `session.beingFounded`, `session.beingRestored`, `session.keyBeingChanged` or `session.alreadyOpen` for what
 * another process does, `engine.readOnly`, `engine.diskFull`
 */
export function holdFolder(folder: string, work: FolderWork, pulse: Pulse = everyFewSeconds): FolderHold {
  const path = join(folder, LOCK_FILE)
  const lock = takeLock(path, work)
  if (lock === null) throw new AppError(REFUSALS[workUnder(path) ?? work])
  const stopBeating = pulse(lock.beat)
  return {
    requireOwn: () => {
      lock.beat()
      if (lock.isOwn()) return
      requireUnheld(folder)
      throw new AppError('engine.busy')
    },
    isOwn: lock.isOwn,
    letGo: () => {
      stopBeating()
      lock.letGo()
    },
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
  return word === 'restoring' || word === 'changing-key' || word === 'accepting' ? word : 'founding'
}
