interface Run<Item> {
  readonly items: readonly Item[]
  next: number
}

/**
 * Sorts many items in small portions: each run is sorted when it is added, and all are merged as they are read. So no
 * single step takes long, however many items there are.
 */
export class SortedRuns<Item> {
  readonly #order: (a: Item, b: Item) => number
  readonly #runs: Run<Item>[] = []
  #size = 0

  constructor(order: (a: Item, b: Item) => number) {
    this.#order = order
  }

  get size(): number {
    return this.#size
  }

  /** Sorts the items in place and keeps them. */
  add(items: Item[]): void {
    if (items.length === 0) return
    this.#runs.push({ items: items.sort(this.#order), next: 0 })
    this.#size += items.length
  }

  /** Every item once, in portions of `size` and a smaller last one; the runs are used up. */
  *portions(size: number): Generator<Item[], void> {
    let portion: Item[] = []
    for (const item of this.#inOrder()) {
      portion.push(item)
      if (portion.length < size) continue
      yield portion
      portion = []
    }
    if (portion.length > 0) yield portion
  }

  *#inOrder(): Generator<Item, void> {
    const last = this.#runs.splice(0).sort((a, b) => this.#compare(b, a))
    for (let run = last.pop(); run !== undefined; run = last.pop()) {
      const item = run.items[run.next++]
      if (item === undefined) continue
      yield item
      if (run.next < run.items.length) last.splice(this.#placeOf(run, last), 0, run)
    }
  }

  /** Where a run belongs among those whose next items fall towards the end. */
  #placeOf(run: Run<Item>, falling: readonly Run<Item>[]): number {
    let low = 0
    let high = falling.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = falling[middle]
      if (other !== undefined && this.#compare(other, run) > 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #compare(a: Run<Item>, b: Run<Item>): number {
    const left = a.items[a.next]
    const right = b.items[b.next]
    return left === undefined || right === undefined ? 0 : this.#order(left, right)
  }
}
