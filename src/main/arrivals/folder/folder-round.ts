import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ReadMessage } from '../../../shared/domain/lobby/arrival-message.ts'
import type { ArrivalMapping } from '../../../shared/domain/lobby/arrival-settings.ts'
import type { SourceClock } from '../arrival-source.ts'
import type { SourceTally } from '../source-tally.ts'
import { fileAway, type Tray } from './file-away.ts'
import { type FileMark, type LookedAt, lookAtFile, markOf, type ReadFile } from './look-at-file.ts'
import { isArrivalFile, type ReadRows } from './read-rows.ts'
import { ToldBefore } from './told-before.ts'

/** A file is finished when nothing was written for this long (our own default). */
export const SETTLED_MS = 300
/** What cannot be read, or ends in the middle of a line, is given this long to become whole (our own default). */
const PATIENCE_MS = 3_000
/** A folder with more than this is not a queue machine's; the rest waits for the next round. */
const FILES_A_ROUND = 1_000

export interface RoundParts {
  readonly folder: string
  readonly mapping: ArrivalMapping
  readonly tally: SourceTally
  readonly clock: SourceClock
  /** How a file is read, where not as any other. */
  readonly read?: ReadFile | undefined
  stopped(): boolean
}

/** What became of one file in one round. */
type Dealt = 'settled' | 'wait'

/**
 * Looks at everything in the folder, one file after the other. The folder itself is the list of what is to be done: a
 * file leaves it only once its arrivals are in the branch, so whatever interrupts us, none is lost; one that is told
 * twice joins the visit that its ticket or its person has.
 */
export class FolderRound {
  readonly #parts: RoundParts
  /** Since when a file has not changed, by our own clock. */
  readonly #seen = new Map<string, { readonly mark: FileMark; readonly sinceAt: number }>()
  /** Read, but it could not be moved into the tray: only the moving is tried again. */
  readonly #stuck = new Map<string, { readonly mark: FileMark; readonly tray: Tray }>()
  /** Held by another program for longer than we wait; tried again behind all others. */
  readonly #locked = new Set<string>()
  readonly #told = new ToldBefore()
  #telling: Promise<unknown> = Promise.resolve()

  constructor(parts: RoundParts) {
    this.#parts = parts
  }

  /**
   * @returns whether files are left that want another look soon
   * @throws AppError `arrivals.folderMissing`, `arrivals.folderReadOnly`, `arrivals.fileLocked`, and what the branch
   * refused a report with
   */
  async run(): Promise<'at-rest' | 'waiting'> {
    const names = await this.#names()
    this.#forgetAllBut(new Set(names))
    // Those that nothing can be done about now must not keep the others from their turn, however many they are.
    const { fresh = [], hopeless = [] } = Object.groupBy(names, (name) =>
      this.#stuck.has(name) || this.#locked.has(name) ? 'hopeless' : 'fresh',
    )
    const dealt = new Set<Dealt>()
    for (const name of [...fresh, ...hopeless].slice(0, FILES_A_ROUND)) {
      if (this.#parts.stopped()) return 'at-rest'
      dealt.add(await this.#dealWith(name))
    }
    if (dealt.has('wait') || fresh.length > FILES_A_ROUND) return 'waiting'
    if (this.#stuck.size > 0) throw new AppError('arrivals.folderReadOnly')
    if (this.#locked.size > 0) throw new AppError('arrivals.fileLocked')
    return 'at-rest'
  }

  /**
   * To be called once it is stopped. Resolves when nothing more is reported, also where a network drive answers no more
   * and a read never ends.
   */
  async silence(): Promise<void> {
    await this.#telling
  }

  async #names(): Promise<readonly string[]> {
    const entries = await readdir(this.#parts.folder, { withFileTypes: true }).catch(() => {
      throw new AppError('arrivals.folderMissing')
    })
    const files = entries.filter((entry) => entry.isFile() && isArrivalFile(entry.name))
    return files.map(({ name }) => name).sort()
  }

  #forgetAllBut(names: ReadonlySet<string>): void {
    for (const remembered of [this.#seen, this.#stuck, this.#locked]) {
      for (const name of remembered.keys()) if (!names.has(name)) remembered.delete(name)
    }
    this.#told.keepOnly(names)
  }

  async #dealWith(name: string): Promise<Dealt> {
    const { folder, mapping, read = readFile } = this.#parts
    const mark = (await markOf(join(folder, name)))?.mark
    if (mark === undefined) return 'settled'
    const stuck = this.#stuck.get(name)
    if (stuck?.mark === mark) return this.#putAway(name, mark, stuck.tray)
    const restingMs = this.#restingFor(name, mark)
    if (restingMs < SETTLED_MS) return 'wait'
    const before = (bytes: Buffer) => this.#told.of(name, bytes)
    const looked = await lookAtFile(folder, name, { mapping, read, before })
    return this.#take(name, looked, restingMs >= PATIENCE_MS)
  }

  async #take(name: string, looked: LookedAt, patienceIsOver: boolean): Promise<Dealt> {
    if (looked.state === 'gone') return 'settled'
    if (looked.state === 'growing' || this.#restingFor(name, looked.mark) < SETTLED_MS) return 'wait'
    if (looked.state === 'locked') return this.#leaveLocked(name, patienceIsOver)
    this.#locked.delete(name)
    if (!looked.content.whole && !patienceIsOver) return 'wait'
    if (this.#parts.stopped()) return 'wait'
    const telling = this.#report(looked.content)
    this.#telling = telling.catch(() => undefined)
    const tray = await telling
    this.#told.add(name, looked.bytes, looked.content)
    return this.#putAway(name, looked.mark, tray)
  }

  #leaveLocked(name: string, patienceIsOver: boolean): Dealt {
    if (!patienceIsOver) return 'wait'
    this.#locked.add(name)
    return 'settled'
  }

  async #report(content: ReadRows): Promise<Tray> {
    const { tally } = this.#parts
    const rows: readonly ReadMessage[] = content.ok ? content.rows : [content]
    for (const row of rows) await tally.report(row)
    return rows.every(({ ok }) => ok) ? 'done' : 'bad'
  }

  async #putAway(name: string, mark: FileMark, tray: Tray): Promise<Dealt> {
    try {
      await fileAway(this.#parts.folder, name, tray)
      this.#stuck.delete(name)
      this.#told.left(name)
    } catch {
      this.#stuck.set(name, { mark, tray })
    }
    return 'settled'
  }

  #restingFor(name: string, mark: FileMark): number {
    const nowAt = this.#parts.clock.nowAt()
    const seen = this.#seen.get(name)
    // A clock that was set back must not make a file wait for hours.
    if (seen?.mark === mark) return Math.abs(nowAt - seen.sinceAt)
    this.#seen.set(name, { mark, sinceAt: nowAt })
    return 0
  }
}
