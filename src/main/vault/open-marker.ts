import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeDurably } from './durable-file.ts'
import { hasWal } from './store-files.ts'

const NAME = /^open-(\d+)\.marker$/

const markerSchema = z.strictObject({
  /**
   * `open`: commits may be waiting in the WAL. `closing`: SQLite may already have taken it away. `lost`: it was found
   * missing, and nobody has accepted that yet.
   */
  state: z.enum(['open', 'closing', 'lost']),
})

type MarkerState = z.infer<typeof markerSchema>['state']

/** Marks that a process has the branch open. What a killed process leaves behind tells the next start. */
export class OpenMarker {
  readonly #folder: string
  readonly #path: string

  private constructor(folder: string) {
    this.#folder = folder
    this.#path = join(folder, `open-${process.pid}.marker`)
  }

  /** Call when the engine has opened, which is when the WAL exists and earlier leftovers are recovered. */
  static put(folder: string): OpenMarker {
    const marker = new OpenMarker(folder)
    removeDeadMarkers(folder)
    marker.#write('open')
    return marker
  }

  /** Call before the engine closes. */
  closing(): void {
    this.#write('closing')
  }

  /** Call when the engine has closed. Without a WAL everything is in the file, whoever wrote it. */
  remove(): void {
    rmSync(this.#path, { force: true })
    if (!hasWal(this.#folder)) removeDeadMarkers(this.#folder)
    syncFolder(this.#folder)
  }

  #write(state: MarkerState): void {
    writeState(this.#path, state)
  }
}

/**
 * True where a process was killed while the branch was open and the WAL with its last commits is gone since. The
 * finding is written down, because whoever merely reads the file afterwards leaves a new, empty WAL beside it.
 */
export function isWalMissing(folder: string): boolean {
  const markers = markersIn(folder)
  const dead = markers.filter(({ pid }) => !isAlive(pid))
  if (dead.some(({ path }) => stateIn(path) === 'lost')) return true
  if (hasWal(folder) || dead.length < markers.length) return false
  const bereft = dead.filter(({ path }) => stateIn(path) === 'open')
  for (const { path } of bereft) writeState(path, 'lost')
  return bereft.length > 0
}

/** Forgets processes that are gone: after their commits were recovered, or their loss was accepted. */
export function removeDeadMarkers(folder: string): void {
  for (const { pid, path } of markersIn(folder)) if (!isAlive(pid)) rmSync(path, { force: true })
}

/** Numbers of other living processes that have the branch open. */
export function otherOpeners(folder: string): readonly number[] {
  return markersIn(folder)
    .map(({ pid }) => pid)
    .filter((pid) => pid !== process.pid && isAlive(pid))
}

function markersIn(folder: string): { readonly pid: number; readonly path: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const pid = NAME.exec(name)?.[1]
    return pid === undefined ? [] : [{ pid: Number(pid), path: join(folder, name) }]
  })
}

function writeState(path: string, state: MarkerState): void {
  writeDurably(path, JSON.stringify({ state }))
}

/** An unreadable marker was being written when its process died, so nothing was committed under it. */
function stateIn(path: string): MarkerState | null {
  try {
    const parsed = markerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data.state : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
