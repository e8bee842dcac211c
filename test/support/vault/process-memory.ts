import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const PIECE_BYTES = 8 * 1024 * 1024

/** Whether the memory of a child can be read here. */
export function mayReadMemoryOf(pid: number): boolean {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'))
    return true
  } catch {
    return false
  }
}

/** How often each secret occurs in what another process may write to: its heap, its stacks, its libraries' variables. */
export function hitsIn(pid: number, secrets: Readonly<Record<string, Buffer>>): Record<string, number> {
  const hits: Record<string, number> = Object.fromEntries(Object.keys(secrets).map((name) => [name, 0]))
  const longest = Math.max(...Object.values(secrets).map(({ length }) => length))
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const piece = Buffer.alloc(PIECE_BYTES + longest)
  try {
    for (const [from, to] of writableRanges(pid)) {
      for (let at = from; at < to; at += PIECE_BYTES) {
        const wanted = Math.min(piece.length, to - at)
        const seen = piece.subarray(0, readAt(memory, piece, wanted, at))
        for (const [name, secret] of Object.entries(secrets)) {
          hits[name] = (hits[name] ?? 0) + occurrences(seen, secret, PIECE_BYTES)
        }
      }
    }
  } finally {
    closeSync(memory)
    piece.fill(0)
  }
  return hits
}

function writableRanges(pid: number): readonly [number, number][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      if (found === null || line.includes('[vvar') || line.includes('[vsyscall')) return []
      return [
        [Number.parseInt(found[1] ?? '', 16), Number.parseInt(found[2] ?? '', 16)] satisfies [number, number],
      ]
    })
}

/** Pages that were never used, or given back a moment ago, read as nothing. */
function readAt(memory: number, into: Buffer, wanted: number, at: number): number {
  try {
    return readSync(memory, into, 0, wanted, at)
  } catch {
    return 0
  }
}

/** Those that begin before `end`: the others are counted in the next piece. */
function occurrences(seen: Buffer, secret: Buffer, end: number): number {
  let count = 0
  for (let at = seen.indexOf(secret); at !== -1 && at < end; at = seen.indexOf(secret, at + 1)) count += 1
  return count
}
