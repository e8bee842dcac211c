import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { appErrorOf } from '../engine/faults.ts'
import { stillRuns } from '../engine/process-life.ts'
import { OWNER_ONLY } from './durable-file.ts'
import { timeIn } from './open-marker.ts'

/** Well within the silence after which a process counts as gone. Our own default. */
export const BEAT_MS = 10_000

/** Locks of this process: only a process itself knows that a number is really its own. */
const held = new Set<string>()

/** One that this process holds. */
interface HeldLock {
  /** A sign of life, for a lock that is held for longer than a moment. */
  beat(): void
  letGo(): void
}

/**
 * Takes a lock file, or null where a living process has it. What a killed process left is taken over.
 * @param word what the holder does; `wordOfHolder` tells it to others
 * @throws AppError `engine.readOnly`, `engine.diskFull`
 */
export function takeLock(path: string, word: string): HeldLock | null {
  const own = resolve(path)
  if (held.has(own)) return null
  const content = `${process.pid} ${word}`
  if (!create(own, content) && !(takeOver(own) && create(own, content))) return null
  held.add(own)
  return {
    beat: () => beat(own, content),
    letGo: () => {
      held.delete(own)
      removeQuietly(own)
    },
  }
}

/** What a living process, also this one, does under the lock; null where nobody holds it. */
export function wordOfHolder(path: string): string | null {
  const own = resolve(path)
  const content = contentOf(own)
  if (content === null) return null
  return held.has(own) || isAlive(own, content) ? (content.split(' ')[1] ?? '') : null
}

/** Whether this process holds it. */
export function holdsLock(path: string): boolean {
  return held.has(resolve(path))
}

/**
 * The file system gives a new name to one of those who ask at once. The file has its content before it has the name: a
 * process that is killed in between leaves no lock that nobody can be asked about.
 */
function create(path: string, content: string): boolean {
  const beside = `${path}.${process.pid}.new`
  try {
    writeFileSync(beside, content, { mode: OWNER_ONLY })
    linkSync(beside, path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') return false
    if (WITHOUT_LINKS.includes(code)) return createInPlace(path, content)
    throw appErrorOf(error)
  } finally {
    removeQuietly(beside)
  }
}

/** How file systems say that they know no second name for a file: sticks, some network drives. */
const WITHOUT_LINKS: readonly unknown[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR']

function createInPlace(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { mode: OWNER_ONLY, flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw appErrorOf(error)
  }
}

/** What stays is a dead process's, and is taken over or swept. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // The work under the lock is done, whatever becomes of the lock.
  }
}

/**
 * Takes a dead process's lock away. It is moved before it is removed: of several that found it dead one moves it, and
 * whoever moved a lock that is new since gives it back.
 */
function takeOver(path: string): boolean {
  const found = contentOf(path)
  if (found === null) return true
  if (isAlive(path, found)) return false
  const moved = `${path}.dead.${process.pid}.new`
  try {
    renameSync(path, moved)
    const isTheDeadOne = contentOf(moved) === found
    if (!isTheDeadOne) linkSync(moved, path)
    rmSync(moved, { force: true })
    return isTheDeadOne
  } catch {
    // Somebody else was quicker.
    return false
  }
}

/** One that is empty was made a moment ago. */
function isAlive(path: string, content: string): boolean {
  const pid = Number(content.split(' ')[0])
  if (pid === process.pid) return held.has(path)
  const nowAt = timeIn(dirname(path))
  const touchedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (touchedAt === undefined) return false
  const silentMs = nowAt === null ? 0 : Math.max(0, nowAt - touchedAt)
  return pid > 0 ? stillRuns(pid, silentMs) : silentMs < BEAT_MS
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function beat(path: string, content: string): void {
  try {
    const file = openSync(path, 'r+')
    try {
      writeSync(file, content, 0)
    } finally {
      closeSync(file)
    }
  } catch {
    // A folder that takes nothing is told to whoever writes into it.
  }
}
