import fc from 'fast-check'
import type { OperationName } from '../../../src/shared/contract/index.ts'
import { Random } from '../../../src/shared/demo/random.ts'
import { anyName, changesDesk, malformed, someText } from '../../support/router/hostile-input.ts'
import type { Standing } from '../../support/router/standing.ts'
import { validCalls } from '../../support/router/valid-calls.ts'

export interface HostileCall {
  readonly name: unknown
  readonly input: unknown
}

/** Calls that are made up of nothing, drawn at once because drawing takes longer than calling. */
const AT_ONCE = 2_000
/** Of a hundred calls, how many are well-formed ones that were spoiled, or asked by somebody they do not belong to. */
const SPOILED_PERCENT = 60
/** A call that works takes many times as long as one that is refused; the others should not wait for it. */
const UNTOUCHED_PERCENT = 5

/** These decide who can sign in, or take an afternoon's work back: the tests that stand for them ask them. */
const SETTLES_STAFF =
  /^(staff|session|strip|undo)\.|^(imports\.run|imports\.undo|arrivals\.simulate|privacy\.retain)$/

/** Thinks of calls that nobody in front of the screen would make: the same ones for the same seed. */
export class HostileCaller {
  readonly #random: Random
  readonly #seed: number
  readonly #known: readonly { readonly name: OperationName; readonly input: unknown }[]
  readonly #texts: readonly unknown[]
  #made: readonly [unknown, unknown][] = []
  #drawn = 0

  /** @param standings of every role, so that what belongs to one is tried by the others */
  constructor(seed: number, standings: readonly Standing[]) {
    this.#seed = seed
    this.#random = Random.of(seed, 'contact', 0)
    this.#known = standings.flatMap(validCalls).filter(({ name }) => !SETTLES_STAFF.test(name))
    this.#texts = fc.sample(someText, { seed, numRuns: 500 })
  }

  next(): HostileCall {
    const call = this.#random.below(100) < SPOILED_PERCENT ? this.#spoiled() : this.#invented()
    return changesDesk(call.name, call.input) ? this.next() : call
  }

  #invented(): HostileCall {
    const place = this.#drawn % AT_ONCE
    if (place === 0) {
      const seed = this.#seed + this.#drawn
      this.#made = fc.sample(fc.tuple(anyName, malformed), { seed, numRuns: AT_ONCE })
    }
    this.#drawn += 1
    const [name, input] = this.#made[place] ?? [null, null]
    return { name, input }
  }

  #spoiled(): HostileCall {
    const { name, input } = this.#one(this.#known)
    if (this.#random.below(100) < UNTOUCHED_PERCENT) return { name, input }
    const fields = typeof input === 'object' && input !== null ? { ...input } : {}
    const names = Object.keys(fields)
    const field = names[this.#random.below(Math.max(1, names.length))] ?? 'uid'
    switch (this.#random.below(6)) {
      case 0:
        Reflect.deleteProperty(fields, field)
        return { name, input: fields }
      case 1:
        return { name, input: { ...fields, [field]: this.#one(this.#texts) } }
      case 2:
        return { name, input: { ...fields, [field]: this.#foreign(field) } }
      case 3:
        return { name, input: { ...fields, role: 'head', staffNo: '8001' } }
      case 4:
        return { name: this.#one(this.#known).name, input }
      default:
        return { name, input: { ...fields, [field]: [fields] } }
    }
  }

  /** The same field of another call, or of another member of staff's. */
  #foreign(field: string): unknown {
    const { input } = this.#one(this.#known)
    return typeof input === 'object' && input !== null ? (Reflect.get(input, field) ?? null) : null
  }

  #one<T>(many: readonly T[]): T {
    const one = many[this.#random.below(many.length)]
    if (one === undefined) throw new Error('There is nothing to choose from')
    return one
  }
}
