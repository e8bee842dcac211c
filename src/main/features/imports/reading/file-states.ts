import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import { digestOf } from './check-controls.ts'
import type { ImportPlan } from './read-folder.ts'

/** A file as it was when a run began. */
export interface FileState {
  readonly name: string
  readonly bytes: number
  /** Milliseconds since 1970, as the folder has it. */
  readonly modifiedAt: number
}

/** A file that has been read, in the run's record. */
export interface ReadFile extends FileState {
  /** SHA-256 of its bytes. */
  readonly digest: string
}

const MS_PER_SECOND = 1_000
/** Looks at a file that goes on changing, until the run is given up. Our own default. */
const MOST_LOOKS = 20

/** Waits so many milliseconds, or until the signal is raised. */
export type Wait = (ms: number, signal: AbortSignal | undefined) => Promise<void>

const waitFor: Wait = async (ms, signal) => {
  await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {
    throw new AppError('imports.cancelled')
  })
}

async function stateOf(dir: string, name: string): Promise<FileState> {
  const found = await stat(join(dir, name)).catch(() => {
    throw new AppError('imports.fileMissing', { file: name })
  })
  return { name, bytes: found.size, modifiedAt: found.mtimeMs }
}

function namesOf(plan: ImportPlan): string[] {
  return [...new Set([...plan.lookups, ...plan.files].map(({ fileName }) => fileName))]
}

/**
 * How the files of a plan are, once none of them changes any more: two looks with the profile's pause between them. Without
 * a pause (`settleSeconds` 0) one look; `requireUnchanged` is then the second.
 * @throws AppError imports.stillGrowing for a file that changes between twenty looks, imports.cancelled
 */
export async function settledStates(
  plan: ImportPlan,
  dir: string,
  signal?: AbortSignal,
  wait: Wait = waitFor,
): Promise<FileState[]> {
  const pause = Math.max(
    0,
    ...[...plan.lookups, ...plan.files].map(({ profile }) => profile.settleSeconds ?? 0),
  )
  const look = () => Promise.all(namesOf(plan).map((name) => stateOf(dir, name)))
  let states = await look()
  if (pause === 0) return states
  for (let looks = 1; looks < MOST_LOOKS; looks++) {
    await wait(pause * MS_PER_SECOND, signal)
    const next = await look()
    if (next.every((state, index) => isSame(state, states[index]))) return next
    states = next
  }
  const last = await look()
  const growing = last.find((state, index) => !isSame(state, states[index])) ?? last[0]
  throw new AppError('imports.stillGrowing', { file: growing?.name ?? '' })
}

function isSame(one: FileState, other: FileState | undefined): boolean {
  return one.bytes === other?.bytes && one.modifiedAt === other.modifiedAt
}

/**
 * The second look, after a file was read.
 * @throws AppError imports.stillGrowing when it has changed meanwhile
 */
export async function requireUnchanged(
  dir: string,
  states: readonly FileState[],
  fileName: string,
): Promise<void> {
  const before = states.find(({ name }) => name === fileName)
  if (before === undefined) return
  if (!isSame(await stateOf(dir, fileName), before)) {
    throw new AppError('imports.stillGrowing', { file: fileName })
  }
}

/** The files with their digests. */
export async function digested(dir: string, states: readonly FileState[]): Promise<ReadFile[]> {
  const files: ReadFile[] = []
  for (const state of states) {
    files.push({ ...state, digest: await digestOf(join(dir, state.name), 'sha256') })
  }
  return files
}

/**
 * What tells that the same night is read twice: the content of all files, whatever they are called, and the profile, since
 * a corrected profile is a reason to read them again.
 */
export function sourceDigest(files: readonly ReadFile[], profile: ImportProfile): string {
  const hash = createHash('sha256').update(JSON.stringify(profile))
  for (const digest of files.map((file) => file.digest).sort()) hash.update(digest)
  return hash.digest('hex')
}
