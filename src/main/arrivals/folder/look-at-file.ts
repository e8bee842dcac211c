import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArrivalMapping } from '../../../shared/domain/lobby/arrival-settings.ts'
import { isTable, type ReadRows, readRows } from './read-rows.ts'

/** What queue machines write has some hundred bytes. */
const LARGEST_BYTES = 1024 * 1024
const LINE_END = '\n'.charCodeAt(0)

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
      /** False where a machine that writes slowly may have more to say: half a text, a last line without an end. */
      readonly whole: boolean
    }

/** Reads a whole file; rejects where another program holds it. */
export type ReadFile = (path: string) => Promise<Buffer>

/** Reads one file of the folder, or says why not. Links are nobody's arrivals and count as gone. */
export async function lookAtFile(
  folder: string,
  name: string,
  { mapping, read }: { readonly mapping: ArrivalMapping; readonly read: ReadFile },
): Promise<LookedAt> {
  const path = join(folder, name)
  const before = await markOf(path)
  if (before === null) return { state: 'gone' }
  const { mark, size } = before
  if (size > LARGEST_BYTES)
    return { state: 'read', mark, content: { ok: false, reason: 'tooLong' }, whole: true }
  const bytes = await read(path).catch(() => null)
  const after = await markOf(path)
  if (after === null) return { state: 'gone' }
  if (bytes === null) return { state: 'locked', mark: after.mark }
  if (after.mark !== mark) return { state: 'growing', mark: after.mark }
  const content = readRows(name, bytes, mapping)
  return { state: 'read', mark, content, whole: isWhole(content, isTable(name), bytes) }
}

/** The mark a file has now; null where there is no file. */
export async function markOf(
  path: string,
): Promise<{ readonly mark: FileMark; readonly size: number } | null> {
  const found = await lstat(path).catch(() => null)
  if (found === null || !found.isFile()) return null
  return { mark: `${found.size} ${found.mtimeMs} ${found.ino}`, size: found.size }
}

function isWhole(content: ReadRows, table: boolean, bytes: Buffer): boolean {
  if (!content.ok) return content.reason === 'tooMany'
  return !table || bytes.at(-1) === LINE_END
}
