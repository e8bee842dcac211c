import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { processExists, stillRuns } from '../engine/process-life.ts'
import { timeIn } from './open-marker.ts'
import { isReplacing } from './replace-branch.ts'

/** Folders in which something is put together beside the branch before it takes its place. */
type StageKind = 'restoring' | 'rekeying'

const STAGE = /^(?:restoring|rekeying)-(\d+)-/
/** A file that was about to take its name, among them whole vaults that still open. */
const UNNAMED = /\.(\d+)\.new$/
/** Files that ask a folder for its time, or for room. */
const PROBE = /^(?:clock|room)-(\d+)\.probe$/
/** The start of a backup's stage, in the folder that the backup goes to. */
const BACKUP_STAGE = '.huiyan-backup-'
/** Longer than it takes to look over the largest branch. Our own default. */
const STAGE_SILENCE_MS = 24 * 60 * 60_000
/** Longer than any step of a backup is silent, and much less than from one night to the next. Our own default. */
const BACKUP_SILENCE_MS = 60 * 60_000

/** The start of the name of this process's stage. */
export function stageName(kind: StageKind): string {
  return `${kind}-${process.pid}-`
}

/** The same for a backup. */
export function backupStageName(): string {
  return BACKUP_STAGE
}

/**
 * Removes from a data folder what killed processes left of files and folders that never took their place. What a restore
 * moved aside (`damaged-…`) stays: it may be all that is left of a day. Never throws: what cannot be removed does no harm.
 */
export function sweepLeftovers(folder: string): void {
  let nowAt: number | null = null
  // Half of a branch may still lie in the stage of a restore that has to be finished first.
  if (isReplacing(folder)) return
  for (const name of namesIn(folder)) {
    const pid = Number((STAGE.exec(name) ?? UNNAMED.exec(name) ?? PROBE.exec(name))?.[1] ?? Number.NaN)
    if (Number.isNaN(pid)) continue
    nowAt ??= timeIn(folder)
    const silentMs = nowAt === null ? 0 : nowAt - lastTouched(join(folder, name))
    if (!isAtWork(name, pid, silentMs)) remove(folder, name)
  }
}

/** A process with a number that was another's before may be anybody: then the silence decides. */
function isAtWork(name: string, pid: number, silentMs: number): boolean {
  if (STAGE.test(name)) return processExists(pid) && silentMs < STAGE_SILENCE_MS
  // A file is named before its process does anything else.
  return pid !== process.pid && stillRuns(pid, silentMs)
}

/**
 * Removes stages of killed backups from a folder that backups go to. It may be another machine's, where process numbers
 * say nothing: what has been silent for an hour is nobody's any more.
 */
export function sweepBackupStages(folder: string): void {
  const stages = namesIn(folder).filter((name) => name.startsWith(BACKUP_STAGE))
  const nowAt = stages.length === 0 ? null : timeIn(folder)
  if (nowAt === null) return
  for (const name of stages) {
    if (nowAt - lastTouched(join(folder, name)) > BACKUP_SILENCE_MS) remove(folder, name)
  }
}

function lastTouched(stage: string): number {
  const paths = [stage, ...namesIn(stage).map((name) => join(stage, name))]
  return Math.max(...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function remove(folder: string, name: string): void {
  try {
    rmSync(join(folder, name), { recursive: true, force: true })
  } catch {
    // Read-only, or somebody looks at it just now: the next start tries again.
  }
}
