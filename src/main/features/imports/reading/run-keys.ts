/** Where a record stands: the number of its file within the run, and the line in it. */
export interface RecordPlace {
  readonly file: number
  readonly line: number
}

const FIRST_SLOTS = 1 << 14
/** Beyond this share of a table the next one, of twice the size, takes the keys. */
const FULLEST = 0.6

interface KeyTable {
  /** Of each key 32 bits that its slot does not depend on; 0 for a free slot. */
  readonly marks: Uint32Array
  readonly lines: Uint32Array
  readonly files: Uint16Array
  count: number
}

function emptyTable(slots: number): KeyTable {
  return {
    marks: new Uint32Array(slots),
    lines: new Uint32Array(slots),
    files: new Uint16Array(slots),
    count: 0,
  }
}

/**
 * The keys that a run has met, with the place of each: a key that comes again is never a newer version of the same row
 * (nobody would give both in one night) but a second row under one key. Keys are kept as 64 bits in flat tables, some 17
 * bytes a key, so that a night of twelve million rows needs 200 MB at most; two keys share their bits once in thousands of
 * such nights.
 */
export class RunKeys {
  readonly #tables: KeyTable[] = [emptyTable(FIRST_SLOTS)]

  /**
   * Looks a key up and keeps it where it is new.
   * @returns where it came first, or null
   */
  meet(key: string, place: RecordPlace): RecordPlace | null {
    const [hash, mark] = hashesOf(key)
    const known = this.#placeOf(hash, mark)
    if (known === null) this.#keep(hash, mark, place)
    return known
  }

  /** @returns where a key came first, or null; it is not kept */
  placeOf(key: string): RecordPlace | null {
    const [hash, mark] = hashesOf(key)
    return this.#placeOf(hash, mark)
  }

  #placeOf(hash: number, mark: number): RecordPlace | null {
    for (const { marks, lines, files } of this.#tables) {
      const last = marks.length - 1
      let slot = hash & last
      for (let found = marks[slot]; found !== undefined && found !== 0; found = marks[slot]) {
        if (found === mark) return { file: files[slot] ?? 0, line: lines[slot] ?? 0 }
        slot = (slot + 1) & last
      }
    }
    return null
  }

  #keep(hash: number, mark: number, { file, line }: RecordPlace): void {
    const table = this.#roomiest()
    const last = table.marks.length - 1
    let slot = hash & last
    while (table.marks[slot] !== 0) slot = (slot + 1) & last
    table.marks[slot] = mark
    table.lines[slot] = line
    table.files[slot] = file
    table.count++
  }

  #roomiest(): KeyTable {
    const newest = this.#tables.at(-1) ?? emptyTable(FIRST_SLOTS)
    if (newest.count < newest.marks.length * FULLEST) return newest
    const next = emptyTable(newest.marks.length * 2)
    this.#tables.push(next)
    return next
  }
}

/** Two independent hashes of 32 bits, by multiplying and folding (the scheme of cyrb53); the second is never 0. */
function hashesOf(key: string): [hash: number, mark: number] {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (let place = 0; place < key.length; place++) {
    const unit = key.charCodeAt(place)
    one = Math.imul(one ^ unit, 2654435761)
    two = Math.imul(two ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return [one >>> 0, two >>> 0 || 1]
}
