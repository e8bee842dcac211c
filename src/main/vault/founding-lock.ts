import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from '../engine/faults.ts'
import { stillRuns } from '../engine/process-life.ts'
import { OWNER_ONLY } from './durable-file.ts'
import { timeIn } from './open-marker.ts'

const FOUNDING_LOCK = 'founding.lock'
/** Well within the silence after which a process counts as gone. Our own default. */
const BEAT_MS = 10_000

/**
 * Holds a folder while a branch is founded in it: two at once would put one's vault beside the other's database. What a
 * killed process left is taken over. The returned function lets go.
 * @throws AppError `session.beingFounded` while another process founds one, `engine.readOnly`, `engine.diskFull`
 */
export function holdForFounding(folder: string): () => void {
  const path = join(folder, FOUNDING_LOCK)
  if (!create(path)) {
    if (isHeld(folder, path)) throw new AppError('session.beingFounded')
    rmSync(path, { force: true })
    if (!create(path)) throw new AppError('session.beingFounded')
  }
  const beating = setInterval(() => beat(path), BEAT_MS)
  beating.unref()
  return () => {
    clearInterval(beating)
    rmSync(path, { force: true })
  }
}

/** The file system gives a new file to one of those who ask at once. */
function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', OWNER_ONLY)
    try {
      writeFileSync(file, String(process.pid))
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw appErrorOf(error)
  }
}

/** One that is empty was made a moment ago. */
function isHeld(folder: string, path: string): boolean {
  try {
    const silentMs = Math.max(0, (timeIn(folder) ?? 0) - statSync(path).mtimeMs)
    const pid = Number(readFileSync(path, 'utf8'))
    return pid === process.pid ? false : pid === 0 ? silentMs < BEAT_MS : stillRuns(pid, silentMs)
  } catch {
    return false
  }
}

function beat(path: string): void {
  try {
    const file = openSync(path, 'r+')
    writeSync(file, String(process.pid), 0)
    closeSync(file)
  } catch {
    // A folder that takes nothing is told to whoever writes into it.
  }
}
