import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { moveDurably, syncFolder } from '../engine/flush.ts'
import { processExists, stillRuns } from '../engine/process-life.ts'
import { OWNER_ONLY_FOLDER, writeDurably } from './durable-file.ts'
import { timeIn } from './open-marker.ts'
import { DATABASE_FILE } from './store-files.ts'
import { FOUNDING_FILE, VAULT_FILE } from './vault-file.ts'

/** Says that one branch's files are taking another's place, and how far to go if that is interrupted. */
const REPLACING_FILE = 'replacing.json'

const replacementSchema = z.strictObject({
  pid: z.int(),
  /** Folder within the data folder that holds the new branch, proved. */
  stage: z.string().regex(/^restoring-[\w-]+$/),
  /** Folder within the data folder that takes the old files; null where there are none. */
  aside: z
    .string()
    .regex(/^damaged-[\w-]+$/)
    .nullable(),
  /** `back` after a file could not be moved: the old branch is put back. */
  direction: z.enum(['forward', 'back']),
})
type Replacement = z.infer<typeof replacementSchema>

/**
 * Moves a file; a test passes one that fails. Each move is on the disk before the next is made: after a power cut that
 * kept a later one without an earlier, the old log would lie beside the new database.
 */
export type Rename = (from: string, to: string) => void

/** Replacements of this process that are under way: only a process itself knows that a number is really its own. */
const underWay = new Set<string>()

/**
 * Puts the branch of a folder `stage` in the place of what the data folder has, and keeps the old files in `aside`. Where a
 * file cannot be moved, everything is as before; where the process is killed, the next start finishes it.
 * @throws what moving a file failed with
 */
export function replaceBranch(
  folder: string,
  { stage, aside }: Pick<Replacement, 'stage' | 'aside'>,
  rename: Rename = renameSync,
): void {
  const order: Replacement = { pid: process.pid, stage, aside, direction: 'forward' }
  underWay.add(folder)
  try {
    write(folder, order)
    try {
      forward(folder, order, rename)
    } catch (error) {
      write(folder, { ...order, direction: 'back' })
      back(folder, order, rename)
      throw error
    }
  } finally {
    underWay.delete(folder)
  }
}

/**
 * Finishes a replacement that was interrupted. Does nothing where there is none, or where it is another living process's.
 * @throws what moving a file failed with; it can be called again
 */
export function settleReplacement(folder: string, rename: Rename = renameSync): void {
  const order = orderIn(folder)
  if (order === null || underWay.has(folder)) return
  if (order.pid !== process.pid && stillRuns(order.pid, silenceOf(folder))) return
  if (order.direction === 'forward') forward(folder, order, rename)
  else back(folder, order, rename)
}

/** Whether one is under way or was interrupted. */
export function isReplacing(folder: string): boolean {
  return existsSync(join(folder, REPLACING_FILE))
}

/** The files of a branch: its database with its WAL, its vault, and the marks of how it ended. */
export function filesOfBranch(folder: string): readonly string[] {
  return readdirSync(folder).filter(
    (name) =>
      name.startsWith(DATABASE_FILE) ||
      name === VAULT_FILE ||
      name === FOUNDING_FILE ||
      name.endsWith('.marker'),
  )
}

/** The new database is in place once it left its stage; until then every file of a branch is the old one's. */
function forward(folder: string, order: Replacement, rename: Rename): void {
  const { stage, aside } = order
  if (existsSync(join(folder, stage, DATABASE_FILE)) && aside !== null) {
    mkdirSync(join(folder, aside), { recursive: true, mode: OWNER_ONLY_FOLDER })
    syncFolder(folder)
    // The vault goes first: from here on the folder holds no branch that could be opened half.
    for (const name of vaultFirst(filesOfBranch(folder))) {
      moveDurably(join(folder, name), join(folder, aside, name), rename)
    }
  }
  for (const name of [DATABASE_FILE, VAULT_FILE]) {
    const staged = join(folder, stage, name)
    if (existsSync(staged)) moveDurably(staged, join(folder, name), rename)
  }
  finish(folder, stage)
}

/** What came from the stage goes back to it, then the old files take their places, the vault last. */
function back(folder: string, { stage, aside }: Replacement, rename: Rename): void {
  for (const name of [VAULT_FILE, DATABASE_FILE]) {
    const moved = !existsSync(join(folder, stage, name)) && existsSync(join(folder, name))
    if (moved) moveDurably(join(folder, name), join(folder, stage, name), rename)
  }
  if (aside !== null && existsSync(join(folder, aside))) {
    for (const name of vaultFirst(readdirSync(join(folder, aside))).toReversed()) {
      moveDurably(join(folder, aside, name), join(folder, name), rename)
    }
    rmSync(join(folder, aside), { recursive: true })
  }
  finish(folder, stage)
}

function vaultFirst(names: readonly string[]): readonly string[] {
  return [...names.filter((name) => name === VAULT_FILE), ...names.filter((name) => name !== VAULT_FILE)]
}

function finish(folder: string, stage: string): void {
  syncFolder(folder)
  rmSync(join(folder, REPLACING_FILE), { force: true })
  rmSync(join(folder, stage), { recursive: true, force: true })
}

function write(folder: string, order: Replacement): void {
  writeDurably(join(folder, REPLACING_FILE), `${JSON.stringify(order)}\n`)
}

/** One that cannot be read was never begun: it is written whole before the first file moves. */
function orderIn(folder: string): Replacement | null {
  const path = join(folder, REPLACING_FILE)
  if (!existsSync(path)) return null
  const parsed = replacementSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  return parsed.success ? parsed.data : null
}

/** Milliseconds since it was written: the moves take a moment, and its process's number may be another program's since. */
function silenceOf(folder: string): number {
  const nowAt = timeIn(folder)
  const writtenAt = statSync(join(folder, REPLACING_FILE), { throwIfNoEntry: false })?.mtimeMs ?? nowAt
  return nowAt === null || writtenAt === null ? 0 : nowAt - writtenAt
}

const STAGE = /^restoring-(\d+)-/

/** Stages of restores that were killed before a file moved. */
export function sweepStages(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(STAGE.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(pid) || pid === process.pid || processExists(pid)) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}
