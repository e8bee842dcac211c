const BITS = 32
const FIRST_WORDS = 1_024

/**
 * The customer records that an import touched, one bit each: a million of them take 125 kB, so that memory stays flat
 * however large the extract is.
 */
export class TouchedPeople {
  #words = new Uint32Array(FIRST_WORDS)
  #count = 0

  /** @param customerId a row number of `customer`, from 1 */
  add(customerId: number): void {
    const word = Math.floor(customerId / BITS)
    if (word >= this.#words.length) this.#grow(word + 1)
    const before = this.#words[word] ?? 0
    const after = (before | (1 << (customerId % BITS))) >>> 0
    if (after === before) return
    this.#words[word] = after
    this.#count++
  }

  get count(): number {
    return this.#count
  }

  /** The records in ascending order, at most `size` at a time. */
  *chunks(size: number): Generator<number[]> {
    let chunk: number[] = []
    for (let word = 0; word < this.#words.length; word++) {
      const bits = this.#words[word] ?? 0
      if (bits === 0) continue
      for (let bit = 0; bit < BITS; bit++) {
        if ((bits & (1 << bit)) === 0) continue
        chunk.push(word * BITS + bit)
        if (chunk.length < size) continue
        yield chunk
        chunk = []
      }
    }
    if (chunk.length > 0) yield chunk
  }

  #grow(words: number): void {
    const grown = new Uint32Array(Math.max(words, this.#words.length * 2))
    grown.set(this.#words)
    this.#words = grown
  }
}
