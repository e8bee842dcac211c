/** Two generations of this many keys are kept: about 20 MB. Ours. */
const GENERATION = 65_536

/**
 * Remembers recently used keys in bounded memory. When the young generation is full it becomes the old one and the old
 * one is dropped: close to least-recently-used, at the price of a plain map.
 */
export class KeyCache<Value> {
  #young = new Map<string, Value>()
  #old = new Map<string, Value>()

  get(key: string): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }
}
