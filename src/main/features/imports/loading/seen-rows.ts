/** A file as far as its rows are told from another file's. */
export interface LoadedFile {
  readonly fileName: string
  /** The fields of the profile that it fills. */
  readonly mapped: readonly string[]
}

/** Where a run has met a row before. */
export interface EarlierRow {
  readonly file: LoadedFile
  readonly line: number
}

interface OpenedFile {
  readonly file: LoadedFile
  /** What its line numbers are counted on from. */
  readonly base: number
}

const FIRST_ROWS = 1_024

/**
 * Which line of which file brought each stored row of one table in this run, four bytes a row: the same key once more is
 * another record of the extract, and never news about the first.
 */
export class SeenRows {
  readonly #files: OpenedFile[] = []
  #places = new Uint32Array(FIRST_ROWS)
  #highest = 0

  /** The rows that are marked from now on are this file's. */
  open(file: LoadedFile): void {
    this.#files.push({ file, base: this.#highest })
  }

  /**
   * @param id a row number of the table, from 1
   * @returns where the row was met before; null where it was not
   */
  mark(id: number, line: number): EarlierRow | null {
    if (id >= this.#places.length) this.#grow(id + 1)
    const before = this.#places[id] ?? 0
    const place = (this.#files.at(-1)?.base ?? 0) + line
    if (place > this.#highest) this.#highest = place
    this.#places[id] = place
    return before === 0 ? null : this.#earlier(before)
  }

  #earlier(place: number): EarlierRow | null {
    const opened = this.#files.findLast(({ base }) => base < place)
    return opened === undefined ? null : { file: opened.file, line: place - opened.base }
  }

  #grow(rows: number): void {
    const grown = new Uint32Array(Math.max(rows, this.#places.length * 2))
    grown.set(this.#places)
    this.#places = grown
  }
}

/** The rows that a run has met, table by table. */
export class SeenTables {
  readonly #tables = new Map<string, SeenRows>()

  of(table: string): SeenRows {
    const known = this.#tables.get(table)
    if (known !== undefined) return known
    const rows = new SeenRows()
    this.#tables.set(table, rows)
    return rows
  }
}
