/** The end of the audit's chain as it was at some time, kept outside the database: a later chain must still contain it (P2). */
export interface Witness {
  /** Number of the newest link; 0 before the first. */
  readonly seq: number
  /** Its hash, 64 lower-case hexadecimal digits. */
  readonly hash: string
  /** When that link was written, UTC milliseconds. */
  readonly at: number
}

/** 32 bits: enough against a chain that merely happens to agree, and short enough to be typed from paper. Our own default. */
const SHORT_DIGITS = 8

/** A witness as it stands at the foot of a sheet: `1204-3f9a1c2b`. */
export function shortWitness({ seq, hash }: Pick<Witness, 'seq' | 'hash'>): string {
  return `${seq}-${hash.slice(0, SHORT_DIGITS)}`
}

const SHORT = /^\s*(\d{1,15})\s*[-－—·\s]\s*([0-9a-f]{8,64})\s*$/i

/** The number and the first digits of the hash out of what was typed from a sheet; null where it is no such thing. */
export function readShortWitness(text: string): { readonly seq: number; readonly hash: string } | null {
  const [, seq, hash] = SHORT.exec(text) ?? []
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash: hash.toLowerCase() }
}
