import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { processExists, stillRuns } from '../engine/process-life.ts'
import { syncFolder, writeDurably } from './durable-file.ts'
import { hasWal } from './store-files.ts'

const NAME = /^open-(\d+)\.marker$/

const markerSchema = z.strictObject({
  /**
   * `opening`: nothing was written yet. `open`: commits may be waiting in the WAL. `closing`: SQLite may already have taken it away. `lost`: it was found
   * missing, and nobody has accepted that yet.
   */
  state: z.enum(['opening', 'open', 'closing', 'lost']),
  /** What a dead process that had our own number left, until we have opened the branch. */
  before: z.exactOptional(z.enum(['open', 'closing', 'lost'])),
})

type Marked = z.infer<typeof markerSchema>
type MarkerState = Marked['state']

/** Well within the silence after which a process counts as gone; a beat costs a small write. Our own default. */
const BEAT_MS = 10_000

/** Calls `work` in short intervals; the returned function ends that. */
export type Pulse = (work: () => void) => () => void

export const everyFewSeconds: Pulse = (work) => {
  const timer = setInterval(work, BEAT_MS)
  // A marker must not keep a finished process alive.
  timer.unref()
  return () => clearInterval(timer)
}

/** Markers of this process, and how often each is held: only a process itself knows that a number is really its own. */
const held = new Map<string, number>()

/**
 * One process's word that it has the branch open; what is left behind by a killed one tells the next start. The file is
 * touched every few seconds, because the process number in its name soon belongs to another program.
 */
export class OpenMarker {
  readonly #folder: string
  readonly #path: string
  readonly #stopBeating: () => void
  #state: 'opening' | 'open' = 'opening'

  private constructor(folder: string, pulse: Pulse) {
    this.#folder = folder
    this.#path = ownPathIn(folder)
    this.#stopBeating = pulse(() => this.#beat())
  }

  /**
   * Call before the engine opens, and look at the folder's lock then: whoever works on the whole branch looks for
   * markers after taking the lock. Throws `engine.diskFull` or `engine.readOnly`.
   */
  static announce(folder: string, pulse: Pulse = everyFewSeconds): OpenMarker {
    const path = ownPathIn(folder)
    if (!held.has(path)) {
      const left = leftIn(path)
      write(path, { state: 'opening', ...(left === null || left === 'opening' ? {} : { before: left }) })
    }
    held.set(path, (held.get(path) ?? 0) + 1)
    return new OpenMarker(folder, pulse)
  }

  /** As `announce` and `opened` at once, for an engine that is open. */
  static put(folder: string, pulse: Pulse = everyFewSeconds): OpenMarker {
    const marker = OpenMarker.announce(folder, pulse)
    marker.opened()
    return marker
  }

  /**
   * Call when the engine has opened, which is when the WAL exists and earlier leftovers are recovered. Throws
   * `engine.diskFull` or `engine.readOnly`.
   */
  opened(): void {
    removeDeadMarkers(this.#folder)
    writeState(this.#path, 'open')
    this.#state = 'open'
  }

  /** Call where the engine opened the file and refused it: the log of whoever was killed is in the file, and not missed next time. */
  folded(): void {
    removeDeadMarkers(this.#folder)
    writeState(this.#path, 'opening')
  }

  /** Call where the engine did not open: what was found of others stays, also of one with our number. */
  withdraw(): void {
    this.#stopBeating()
    if (!this.#release()) return
    const left = leftIn(this.#path)
    if (left === null || left === 'opening' || this.#state === 'open') rmSync(this.#path, { force: true })
    else writeState(this.#path, left)
  }

  /** Call before the engine closes. */
  closing(): void {
    this.#stopBeating()
    if (held.get(this.#path) === 1) writeState(this.#path, 'closing')
  }

  /** Call when the engine has closed. Without a WAL everything is in the file, whoever wrote it. */
  remove(): void {
    this.#stopBeating()
    if (!this.#release()) return
    rmSync(this.#path, { force: true })
    if (!hasWal(this.#folder)) removeDeadMarkers(this.#folder)
    syncFolder(this.#folder)
  }

  /** Whether that was the last of this process. */
  #release(): boolean {
    const others = (held.get(this.#path) ?? 1) - 1
    if (others > 0) held.set(this.#path, others)
    else held.delete(this.#path)
    return others <= 0
  }

  /** Somebody may have taken it for a dead one's, after a sleep of the machine: then it is put back. */
  #beat(): void {
    try {
      if (markedIn(this.#path)?.state === this.#state) touch(this.#path)
      else writeState(this.#path, this.#state)
    } catch {
      // A folder that takes nothing for the moment is told to whoever writes into the branch.
    }
  }
}

function ownPathIn(folder: string): string {
  return resolve(folder, `open-${process.pid}.marker`)
}

/**
 * Lets the file system say that the file was changed just now, without a clock of ours: what stands in it is written
 * over itself, so that a crash meanwhile leaves it whole.
 */
function touch(path: string): void {
  const content = readFileSync(path)
  const file = openSync(path, 'r+')
  try {
    writeSync(file, content, 0, content.length, 0)
  } finally {
    closeSync(file)
  }
}

/**
 * True where a process was killed while the branch was open and the WAL with its last commits is gone since. The
 * finding is written down, because whoever merely reads the file afterwards leaves a new, empty WAL beside it.
 */
export function isWalMissing(folder: string): boolean {
  const markers = markersIn(folder)
  const dead = deadAmong(folder, markers)
  if (dead.some(({ path }) => leftIn(path) === 'lost')) return true
  if (hasWal(folder) || dead.length < markers.length) return false
  const bereft = dead.filter(({ path }) => leftIn(path) === 'open')
  for (const { path } of bereft) writeState(path, 'lost')
  return bereft.length > 0
}

/** Forgets processes that are gone: after their commits were recovered, or their loss was accepted. */
export function removeDeadMarkers(folder: string): void {
  for (const { path } of deadAmong(folder, markersIn(folder))) rmSync(path, { force: true })
}

/** Numbers of other living processes that have the branch open. */
export function otherOpeners(folder: string): readonly number[] {
  const markers = markersIn(folder)
  const dead = new Set(deadAmong(folder, markers))
  return markers.filter((marker) => marker.pid !== process.pid && !dead.has(marker)).map(({ pid }) => pid)
}

interface Marker {
  readonly pid: number
  readonly path: string
}

function markersIn(folder: string): readonly Marker[] {
  return readdirSync(folder).flatMap((name) => {
    const pid = NAME.exec(name)?.[1]
    return pid === undefined ? [] : [{ pid: Number(pid), path: join(folder, name) }]
  })
}

/** Markers of processes that are gone, among them one that had our own number before us. */
function deadAmong(folder: string, markers: readonly Marker[]): readonly Marker[] {
  const others = markers.filter(({ pid }) => pid !== process.pid && processExists(pid))
  // Asked only where a number is taken: it costs a small file.
  const nowAt = others.length === 0 ? null : timeIn(folder)
  return markers.filter((marker) => {
    if (marker.pid === process.pid) return !held.has(resolve(marker.path))
    // Nobody living leaves this word standing.
    if (markedIn(marker.path)?.state === 'lost') return true
    return !stillRuns(marker.pid, nowAt === null ? 0 : nowAt - touchedAt(marker.path, nowAt))
  })
}

/**
 * What time it is where the markers are touched, which on a network drive is another machine's time (UTC ms); null where
 * the folder takes no file. Then nobody is held for gone.
 */
export function timeIn(folder: string): number | null {
  const probe = join(folder, `clock-${process.pid}.probe`)
  try {
    writeFileSync(probe, '')
    const { mtimeMs } = statSync(probe)
    rmSync(probe, { force: true })
    return mtimeMs
  } catch {
    return null
  }
}

/** A marker that vanishes while it is looked at was taken away by its own process, a moment ago. */
function touchedAt(path: string, nowAt: number): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? nowAt
}

function writeState(path: string, state: MarkerState): void {
  write(path, { state })
}

function write(path: string, marked: Marked): void {
  writeDurably(path, JSON.stringify(marked))
}

/** What it says of a process that is gone, or of one with the same number that was gone before. */
function leftIn(path: string): MarkerState | null {
  const marked = markedIn(path)
  return marked?.before ?? marked?.state ?? null
}

/** An unreadable marker was being written when its process died, so nothing was committed under it. */
function markedIn(path: string): Marked | null {
  try {
    const parsed = markerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
