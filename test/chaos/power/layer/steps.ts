import { readFileSync } from 'node:fs'
import { endianness } from 'node:os'

/** One thing that a process did to the watched folder, in the order in which it did them. */
export type Step =
  | { readonly kind: 'opened' | 'made'; readonly path: string; readonly inode: bigint }
  | { readonly kind: 'folder' | 'gone' | 'folder-synced'; readonly path: string }
  | { readonly kind: 'wrote'; readonly inode: bigint; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly inode: bigint; readonly size: number }
  | { readonly kind: 'moved' | 'linked'; readonly path: string; readonly to: string }
  | { readonly kind: 'synced'; readonly inode: bigint }
  /** What the process told whoever waits for it; from here on that has to hold. */
  | { readonly kind: 'said'; readonly text: string }

/** In the order of the layer's own list; the first is 1. */
const KINDS = [
  'opened',
  'made',
  'folder',
  'wrote',
  'cut',
  'moved',
  'linked',
  'gone',
  'synced',
  'folder-synced',
  'said',
] as const
const HEAD_BYTES = 32

/**
 * Reads what the layer recorded.
 * @throws Error for something that the layer sees but does not follow, so that no write passes unnoticed
 */
export function stepsIn(journal: string): readonly Step[] {
  if (endianness() !== 'LE') throw new Error('The layer writes numbers as this machine does')
  const bytes = readFileSync(journal)
  const steps: Step[] = []
  let at = 0
  const take = (count = 0) => {
    at += count
    return bytes.subarray(at - count, at)
  }
  while (at < bytes.length) {
    const head = take(HEAD_BYTES)
    const [kind = 0, path, second, length] = [0, 4, 8, 12].map((place) => head.readUInt32LE(place))
    steps.push(
      stepOf(KINDS[kind - 1], {
        from: take(path).toString(),
        to: take(second).toString(),
        content: take(length),
        inode: head.readBigUInt64LE(16),
        number: Number(head.readBigInt64LE(24)),
      }),
    )
  }
  return steps
}

interface Fields {
  readonly from: string
  readonly to: string
  readonly content: Buffer
  readonly inode: bigint
  readonly number: number
}

function stepOf(kind: Step['kind'] | undefined, { from, to, content, inode, number }: Fields): Step {
  switch (kind) {
    case 'opened':
    case 'made':
      return { kind, path: from, inode }
    case 'folder':
    case 'gone':
    case 'folder-synced':
      return { kind, path: from }
    case 'wrote':
      return { kind, inode, at: number, bytes: content }
    case 'cut':
      return { kind, inode, size: number }
    case 'moved':
    case 'linked':
      return { kind, path: from, to }
    case 'synced':
      return { kind, inode }
    case 'said':
      return { kind, text: content.toString('utf8') }
    default:
      throw new Error(`The layer does not follow ${to} of ${from}`)
  }
}
