import * as crypto from 'node:crypto'

const HASH_BYTES = 32
/** A link is a few hundred bytes; a longer one gets a larger buffer. */
const FIRST_BYTES = 4_096

/**
 * Hashes link after link of a chain in one buffer, as hexadecimal text: a million small objects for bytes would take
 * longer than the hashing.
 */
export class ChainHash {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES)

  /**
   * SHA-256 of the previous hash followed by the text.
   * @param previous 64 lower-case hexadecimal digits
   */
  next(previous: string, text: string): string {
    const length = HASH_BYTES + Buffer.byteLength(text)
    if (length > this.#bytes.length) this.#bytes = Buffer.allocUnsafe(length * 2)
    this.#bytes.write(previous, 0, 'hex')
    this.#bytes.write(text, HASH_BYTES)
    return sha256(this.#bytes.subarray(0, length))
  }
}

/** In one call where the runtime has it (Node 20.12, 21.7). */
const sha256: (bytes: Uint8Array) => string =
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'hex')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex')
