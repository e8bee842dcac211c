import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArrivalMapping } from '../../../shared/domain/lobby/arrival-settings.ts'
import { type ReadBefore, type ReadRows, readRows } from './read-rows.ts'

/** What queue machines write has some hundred bytes. */
const LARGEST_BYTES = 1024 * 1024

/** Size and time of the last change: while both stay, nobody has written. */
export type FileMark = string

export type LookedAt =
  | { readonly state: 'gone' }
  /** Another program holds it. */
  | { readonly state: 'locked'; readonly mark: FileMark }
  /** Written to while it was read. */
  | { readonly state: 'growing'; readonly mark: FileMark }
  | {
      readonly state: 'read'
      readonly mark: FileMark
      readonly content: ReadRows
      readonly bytes: Buffer
    }

/** Reads a whole file; rejects where another program holds it. */
export type ReadFile = (path: string) => Promise<Buffer>

/** How files are read, and what is known of one from before by what it holds now. */
export interface LookWays {
  readonly mapping: ArrivalMapping
  readonly read: ReadFile
  before(bytes: Buffer): ReadBefore
}

/** Reads one file of the folder, or says why not. Links are nobody's arrivals and count as gone. */
export async function lookAtFile(
  folder: string,
  name: string,
  { mapping, read, before }: LookWays,
): Promise<LookedAt> {
  const path = join(folder, name)
  const at = await markOf(path)
  if (at === null) return { state: 'gone' }
  const { mark, size } = at
  if (size > LARGEST_BYTES) {
    const content: ReadRows = { ok: false, reason: 'tooLong', whole: true }
    return { state: 'read', mark, content, bytes: Buffer.alloc(0) }
  }
  const bytes = await read(path).catch(() => null)
  const after = await markOf(path)
  if (after === null) return { state: 'gone' }
  if (bytes === null) return { state: 'locked', mark: after.mark }
  if (after.mark !== mark) return { state: 'growing', mark: after.mark }
  return { state: 'read', mark, content: readRows(name, bytes, mapping, before(bytes)), bytes }
}

/** The mark a file has now; null where there is no file. */
export async function markOf(
  path: string,
): Promise<{ readonly mark: FileMark; readonly size: number } | null> {
  const found = await lstat(path).catch(() => null)
  if (found === null || !found.isFile()) return null
  return { mark: `${found.size} ${found.mtimeMs} ${found.ino}`, size: found.size }
}
