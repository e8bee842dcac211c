/**
 * Reproducible randomness: sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, 128 bits of state, period of at
 * least 2^32), its state filled by splitmix32. Only 32-bit integer arithmetic, so every platform draws the same.
 *
 * Each aspect of each customer has a stream of its own. A change in how spending is drawn therefore moves nobody's name.
 */
export type Stream =
  | 'household'
  | 'person'
  | 'wealth'
  | 'holdings'
  | 'borrowing'
  | 'cashflow'
  | 'contact'
  | 'details'
  | 'morning'

const STREAM_SALT: Readonly<Record<Stream, number>> = {
  household: 0x1f83d9ab,
  person: 0x5be0cd19,
  wealth: 0x428a2f98,
  borrowing: 0x71374491,
  cashflow: 0x3956c25b,
  contact: 0x59f111f1,
  details: 0x12835b01,
  morning: 0x550c7dc3,
  holdings: 0x243185be,
}

const TWO_TO_32 = 4_294_967_296
/** Rounds that sfc32's author recommends after seeding, so that near seeds do not start alike. */
const WARM_UP_ROUNDS = 12

/** splitmix32: a bijective mixer of 32-bit words. */
export function mix32(word: number): number {
  let z = (word + 0x9e3779b9) | 0
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return (z ^ (z >>> 15)) >>> 0
}

export class Random {
  private a: number
  private b: number
  private c: number
  private counter = 1

  private constructor(a: number, b: number, c: number) {
    this.a = a
    this.b = b
    this.c = c
    for (let round = 0; round < WARM_UP_ROUNDS; round++) this.word()
  }

  /** The stream of one aspect of the thing numbered `index`, under the branch's `seed`. */
  static of(seed: number, stream: Stream, index: number): Random {
    const root = mix32(seed ^ STREAM_SALT[stream])
    return new Random(root | 0, mix32(root ^ index) | 0, mix32(index) | 0)
  }

  /** A uniform 32-bit word. */
  word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum
    this.c |= 0
    return sum >>> 0
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.word() / TWO_TO_32
  }

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.unit() * bound)
  }

  /** A whole number in [low, high], both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** One of a list that must not be empty. */
  pick<T>(list: readonly T[]): T {
    return at(list, this.below(list.length))
  }
}

/** The element at a place known to exist; a RangeError names the mistake if it does not. */
export function at<T>(list: ArrayLike<T>, place: number): T {
  const element = list[place]
  if (element === undefined) throw new RangeError(`no element ${place} in a list of ${list.length}`)
  return element
}

/** A list whose elements are drawn in proportion to their weights. */
export interface Weighted<T> {
  draw(random: Random): T
}

/** @param shares pairs of element and weight; weights need not add up to anything in particular */
export function weighted<T>(shares: readonly (readonly [T, number])[]): Weighted<T> {
  const elements = shares.map(([element]) => element)
  const upTo: number[] = []
  let total = 0
  for (const [, weight] of shares) {
    total += weight
    upTo.push(total)
  }
  return {
    draw(random) {
      const point = random.unit() * total
      let low = 0
      let high = upTo.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (point < at(upTo, middle)) high = middle
        else low = middle + 1
      }
      return at(elements, low)
    },
  }
}
