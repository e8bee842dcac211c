import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { moveDurably, syncFolder } from '../engine/flush.ts'
import { stillRuns } from '../engine/process-life.ts'
import { OWNER_ONLY_FOLDER, writeDurably } from './durable-file.ts'
import { holdFolder } from './folder-lock.ts'
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
    try {
      write(folder, order)
      forward(folder, order, rename)
    } catch (error) {
      turnBack(folder, order)
      back(folder, order, rename)
      throw error
    }
  } finally {
    underWay.delete(folder)
  }
}

/** A full disk takes no new word, and moving needs no room: then a kill on the way leaves the old word, to go forward. */
function turnBack(folder: string, order: Replacement): void {
  try {
    write(folder, { ...order, direction: 'back' })
  } catch {
    // What failed first is what is told.
  }
}

/**
 * Finishes a replacement that was interrupted. Does nothing where there is none, or where another living process replaces
 * the branch or finishes that.
 * @throws what moving a file failed with; it can be called again
 */
export function settleReplacement(folder: string, rename: Rename = renameSync): void {
  if (!isReplacing(folder) || underWay.has(folder)) return
  const letGo = heldToSettle(folder)
  if (letGo === null) return
  try {
    settleAlone(folder, rename)
  } finally {
    letGo()
  }
}

function settleAlone(folder: string, rename: Rename): void {
  const order = orderIn(folder)
  if (order === null) {
    // Never begun: it is written whole before the first file moves.
    rmSync(join(folder, REPLACING_FILE), { force: true })
    return
  }
  if (order.pid !== process.pid && stillRuns(order.pid, silenceOf(folder))) return
  if (order.direction === 'forward') forward(folder, order, rename)
  else back(folder, order, rename)
}

/** Null while somebody else works on the whole branch; two that finish it at once would take each other's files. */
function heldToSettle(folder: string): (() => void) | null {
  try {
    return holdFolder(folder, 'restoring').letGo
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('session.')) return null
    throw error
  }
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
      moveAside(join(folder, name), join(folder, aside, name), rename)
    }
    syncFolder(join(folder, aside))
  }
  for (const name of [DATABASE_FILE, VAULT_FILE]) {
    const staged = join(folder, stage, name)
    if (existsSync(staged)) moveDurably(staged, join(folder, name), rename)
  }
  finish(folder, stage)
}

/** A marker may be taken back meanwhile by whoever just saw that the folder is held. */
function moveAside(from: string, to: string, rename: Rename): void {
  try {
    moveDurably(from, to, rename)
  } catch (error) {
    if (!from.endsWith('.marker') || existsSync(from)) throw error
  }
}

/** What came from the stage goes back to it, then the old files take their places, the vault last. */
function back(folder: string, { stage, aside }: Replacement, rename: Rename): void {
  for (const name of [VAULT_FILE, DATABASE_FILE]) {
    // Without a stage this was finished before, and a power cut brought only its order back.
    if (!existsSync(join(folder, stage))) break
    const moved = !existsSync(join(folder, stage, name)) && existsSync(join(folder, name))
    if (moved) moveDurably(join(folder, name), join(folder, stage, name), rename)
  }
  if (aside !== null && existsSync(join(folder, aside))) {
    for (const name of vaultFirst(readdirSync(join(folder, aside))).toReversed()) {
      moveDurably(join(folder, aside, name), join(folder, name), rename)
    }
    syncFolder(folder)
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
  syncFolder(folder)
  try {
    rmSync(join(folder, stage), { recursive: true, force: true })
  } catch {
    // Empty of everything that counts; a later start sweeps it.
  }
}

function write(folder: string, order: Replacement): void {
  writeDurably(join(folder, REPLACING_FILE), `${JSON.stringify(order)}\n`)
}

/** Null for one that is gone or cannot be read. */
function orderIn(folder: string): Replacement | null {
  try {
    const parsed = replacementSchema.safeParse(JSON.parse(readFileSync(join(folder, REPLACING_FILE), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError || !isReplacing(folder)) return null
    throw error
  }
}

/** Milliseconds since it was written: the moves take a moment, and its process's number may be another program's since. */
function silenceOf(folder: string): number {
  const nowAt = timeIn(folder)
  const writtenAt = statSync(join(folder, REPLACING_FILE), { throwIfNoEntry: false })?.mtimeMs ?? nowAt
  return nowAt === null || writtenAt === null ? 0 : nowAt - writtenAt
}
