import type { MatchedKey } from '../../../shared/contract/customers.ts'
import type { ReadConnection } from '../connection.ts'
import type { RowOf } from '../schema/columns.ts'
import { TABLES } from '../schema.ts'
import { read } from '../statement.ts'
import { BUCKET_COUNT, KEY_KIND, type KeyKind, type SearchKey } from './keys.ts'

/** One range of keys to look into, in every bucket. */
export interface Probe {
  readonly kind: KeyKind
  readonly text: string
  /** The text is the whole key, or its front. */
  readonly whole: boolean
  /** Keys shorter than this are passed over. */
  readonly shortestKey: number
}

export interface Hit {
  readonly rootId: number
  readonly matched: MatchedKey
}

const MATCHED: Record<KeyKind, MatchedKey> = {
  [KEY_KIND.name]: 'name',
  [KEY_KIND.nameSuffix]: 'name',
  [KEY_KIND.pinyin]: 'pinyin',
  [KEY_KIND.initials]: 'initials',
  [KEY_KIND.phone]: 'phone',
  [KEY_KIND.phoneReversed]: 'phone',
  [KEY_KIND.idReversed]: 'id',
  [KEY_KIND.cardReversed]: 'card',
  [KEY_KIND.customerNo]: 'customer-no',
}

/** Keys that begin with `text`. */
export function startingWith(kind: KeyKind, text: string, shortestKey = 0): Probe {
  return { kind, text, whole: false, shortestKey }
}

export function exactly(kind: KeyKind, text: string): Probe {
  return { kind, text, whole: true, shortestKey: 0 }
}

/** Whether a key lies in the probe's range. */
export function meets(probe: Probe, { kind, key }: SearchKey): boolean {
  if (kind !== probe.kind || key.length < probe.shortestKey) return false
  return probe.whole ? key === probe.text : key.startsWith(probe.text)
}

/** The first key behind the range. Nothing lies between a text and the same text with U+0000 behind it. */
function endOf(probe: Probe): string | Uint8Array {
  return probe.whole ? `${probe.text}\u0000` : prefixEnd(probe.text)
}

/** The statement behind every search: one range of the table's own key, best matches first, nothing sorted. */
export const RANGE_OF_KEYS = read(
  { rootId: TABLES.search_key.customer_id, key: TABLES.search_key.key },
  `SELECT customer_id AS rootId, key FROM search_key
  WHERE kind = ? AND bucket = ? AND key >= ? AND key < ? ORDER BY key, customer_id`,
)

/**
 * Keys of one range that are put in order at a time. The tree has them in the order of their text, and the text goes on
 * behind the mask: who has 8 before 5678 would stand in front of who has 9. Of a million customers with one tail a bucket
 * has less. A longer range, as of one surname, keeps the tree's order from one piece to the next, which tells a few
 * characters at most and saves a sort of ten thousands. Ours.
 */
const KEYS_IN_ORDER = 256

/**
 * Everyone the probes find, each person once: bucket by bucket, so that value and recency come before the kind of key; in
 * a bucket whole keys first, as 李明 before 李明华, and then by the person's own number, which says nothing of their keys.
 * Rows are read only as far as the caller goes on asking, a piece at a time.
 */
export function* hitsOf(connection: ReadConnection, probes: readonly Probe[]): Generator<Hit, void> {
  const seen = new Set<number>()
  const range = connection.prepared(RANGE_OF_KEYS)
  const bounded = probes.map((probe) => ({ ...probe, end: endOf(probe) }))
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
    for (const { kind, text, end, shortestKey } of bounded) {
      for (const piece of piecesOf(range.iterate(kind, bucket, text, end))) {
        for (const { rootId, key } of inShownOrder(piece, text, kind)) {
          if (key.length < shortestKey || seen.has(rootId)) continue
          seen.add(rootId)
          yield { rootId, matched: MATCHED[kind] }
        }
      }
    }
  }
}

type KeyRow = RowOf<typeof RANGE_OF_KEYS.columns>

function* piecesOf(rows: Iterable<KeyRow>): Generator<KeyRow[], void> {
  let piece: KeyRow[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length < KEYS_IN_ORDER) continue
    yield piece
    piece = []
  }
  yield piece
}

/** The stars of a masked name say how long it is, so that the typed name itself may come first. */
function inShownOrder(rows: KeyRow[], text: string, kind: KeyKind): KeyRow[] {
  const isNamed = ({ key }: KeyRow) => (kind === KEY_KIND.name && key === text ? 0 : 1)
  return rows.sort((a, b) => isNamed(a) - isNamed(b) || a.rootId - b.rootId)
}

const LAST_CODE_POINT = 0x10ffff
const FIRST_SURROGATE = 0xd800
const AFTER_SURROGATES = 0xe000

/** SQLite puts every blob behind every text: the bound of a prefix that nothing follows. */
const BEHIND_ALL_TEXT = new Uint8Array(0)

/**
 * The first text behind every text that begins with `prefix`, in SQLite's order of code points.
 * @param prefix well-formed, not empty
 */
export function prefixEnd(prefix: string): string | Uint8Array {
  const points = [...prefix]
  for (let length = points.length; length > 0; length--) {
    const last = points[length - 1]?.codePointAt(0) ?? LAST_CODE_POINT
    if (last < LAST_CODE_POINT)
      return points.slice(0, length - 1).join('') + String.fromCodePoint(after(last))
  }
  return BEHIND_ALL_TEXT
}

/** Surrogates are no characters and are skipped. */
function after(codePoint: number): number {
  return codePoint + 1 === FIRST_SURROGATE ? AFTER_SURROGATES : codePoint + 1
}
