import { randomUUID } from 'node:crypto'
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
import { SILENCE_LIMIT_MS, stillRuns } from '../engine/process-life.ts'
import { OWNER_ONLY } from './durable-file.ts'
import { timeIn } from './open-marker.ts'

/** Well within the silence after which a process counts as gone. Our own default. */
const BEAT_MS = 10_000

/** What this process wrote into each lock that it holds: only a process itself knows that a number is really its own. */
const held = new Map<string, string>()

/** One that this process holds. */
export interface HeldLock {
  /** A sign of life, for a lock that is held for longer than a moment. */
  beat(): void
  /**
   * Whether it is still ours. After a sleep of the machine somebody may have held this process for gone and taken it: then
   * nothing that others could be at may be touched any more.
   */
  isOwn(): boolean
  letGo(): void
}

/**
 * Takes a lock file, or null where a living process has it. What a killed process left is taken over. Each holding has a
 * word of its own in the file, so that a holder knows its lock from its successor's.
 * @param word what the holder does; `wordOfHolder` tells it to others
 * @param silenceMs after how long without a sign of life a holder counts as gone
 * @throws AppError `engine.readOnly`, `engine.diskFull`
 */
export function takeLock(path: string, word: string, silenceMs = SILENCE_LIMIT_MS): HeldLock | null {
  const own = resolve(path)
  if (holdsLock(own)) return null
  const content = `${process.pid} ${word} ${randomUUID()}`
  if (!create(own, content) && !(takeOver(own, silenceMs) && create(own, content))) return null
  held.set(own, content)
  return {
    beat: () => beat(own, content),
    isOwn: () => contentOf(own) === content,
    letGo: () => {
      if (held.get(own) === content) held.delete(own)
      if (contentOf(own) === content) removeQuietly(own)
    },
  }
}

/** What a living process, also this one, does under the lock; null where nobody holds it. */
export function wordOfHolder(path: string): string | null {
  const own = resolve(path)
  const content = contentOf(own)
  if (content === null || !isAlive(own, content, SILENCE_LIMIT_MS)) return null
  return content.split(' ')[1] ?? ''
}

/** Whether this process holds it, and nobody has taken it over. */
export function holdsLock(path: string): boolean {
  const own = resolve(path)
  const content = held.get(own)
  return content !== undefined && contentOf(own) === content
}

/**
 * The file system gives a new name to one of those who ask at once. The file has its content before it has the name: a
 * process that is killed in between leaves no lock that nobody can be asked about.
 */
function create(path: string, content: string): boolean {
  const beside = `${path}.${process.pid}.new`
  try {
    writeFileSync(beside, content, { mode: OWNER_ONLY })
    return nameOnce(beside, path, content)
  } catch (error) {
    throw appErrorOf(error)
  } finally {
    removeQuietly(beside)
  }
}

/** Gives the file `beside` the name as well; false where somebody has it. */
function nameOnce(beside: string, path: string, content: string): boolean {
  try {
    linkSync(beside, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    if (WITHOUT_LINKS.includes(code)) return createInPlace(path, content)
    throw error
  }
}

/** How file systems say that they know no second name for a file: sticks, some network drives. */
const WITHOUT_LINKS: readonly unknown[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR']

function createInPlace(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { mode: OWNER_ONLY, flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : ''
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
 * whoever moved one that is new since, or gave a sign of life since, gives it back. Where a third has taken the name
 * meanwhile, its earlier holder learns it from `isOwn`.
 */
function takeOver(path: string, silenceMs: number): boolean {
  const found = contentOf(path)
  if (found === null) return true
  const touchedAt = touchedAtOf(path)
  if (isAlive(path, found, silenceMs)) return false
  const moved = `${path}.dead.${process.pid}.new`
  try {
    renameSync(path, moved)
    const content = contentOf(moved)
    const isTheDeadOne = content === found && touchedAtOf(moved) === touchedAt
    if (!isTheDeadOne && content !== null) nameOnce(moved, path, content)
    removeQuietly(moved)
    return isTheDeadOne
  } catch {
    // Somebody else was quicker.
    return false
  }
}

/**
 * One that is empty was made a moment ago. A time that lies ahead says as little of a holder that lives as one long ago: it
 * gives a sign every few seconds, and the clock was set back since.
 */
function isAlive(path: string, content: string, limitMs: number): boolean {
  const pid = Number(content.split(' ')[0])
  if (pid === process.pid) return held.get(path) === content
  const nowAt = secondIn(dirname(path))
  const touchedAt = touchedAtOf(path)
  if (touchedAt === null) return false
  const silentMs = nowAt === null ? 0 : Math.abs(nowAt - touchedAt)
  return pid > 0 ? stillRuns(pid, silentMs, limitMs) : silentMs < BEAT_MS
}

const SECOND_MS = 1_000
/** The last answers, and when they were given, by a time of the process that nobody can set. */
const seconds = new Map<string, { readonly ranFor: number; readonly nowAt: number }>()

/** The folder's time to a second: each question makes a file, and who waits for a lock looks at it many times. */
function secondIn(folder: string): number | null {
  const ranFor = performance.now()
  const last = seconds.get(folder)
  if (last !== undefined && ranFor - last.ranFor < SECOND_MS) return last.nowAt
  const nowAt = timeIn(folder)
  if (nowAt !== null) seconds.set(folder, { ranFor, nowAt })
  return nowAt
}

function touchedAtOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Through one handle: what another takes over in between is moved away with it. */
function beat(path: string, content: string): void {
  try {
    const file = openSync(path, 'r+')
    try {
      if (readFileSync(file, 'utf8') === content) writeSync(file, content, 0)
    } finally {
      closeSync(file)
    }
  } catch {
    // A folder that takes nothing is told to whoever writes into it.
  }
}
