/** Gives a number below one; every draw is another. */
export type Chance = () => number

/** What a disk writes as one; the pieces of a longer write survive each for itself. */
const SECTOR_BYTES = 512

type Change =
  | { readonly at: number; readonly bytes: Uint8Array }
  /** The file got this length. */
  | { readonly size: number }

/** A file on a disk that keeps only what was flushed. */
export class StoredFile {
  #flushed: Content
  #waiting: Change[] = []

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.#flushed = new Content(bytes)
  }

  write(at: number, bytes: Uint8Array): void {
    this.#waiting.push({ at, bytes })
  }

  cut(size: number): void {
    this.#waiting.push({ size })
  }

  flush(): void {
    for (const change of this.#waiting) this.#flushed.apply(change)
    this.#waiting = []
  }

  /** What a power cut leaves: everything flushed, and of the rest each sector with the given likelihood. */
  afterCut(likelihood: number, chance: Chance): Uint8Array {
    const left = this.#flushed.copy()
    for (const change of this.#waiting.flatMap(inSectors)) if (chance() < likelihood) left.apply(change)
    return left.bytes()
  }
}

function inSectors(change: Change): Change[] {
  if ('size' in change) return [change]
  const { at, bytes } = change
  const pieces: Change[] = []
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR_BYTES - ((at + from) % SECTOR_BYTES))
    pieces.push({ at: at + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return pieces
}

/** Bytes that grow; what is left out between two writes is zero, as in a file. */
class Content {
  #room: Buffer
  #length: number

  constructor(bytes: Uint8Array) {
    this.#room = Buffer.from(bytes)
    this.#length = bytes.length
  }

  apply(change: Change): void {
    if ('size' in change) {
      this.#reach(change.size)
      this.#room.fill(0, change.size, this.#length)
      this.#length = change.size
      return
    }
    const end = change.at + change.bytes.length
    this.#reach(end)
    this.#room.set(change.bytes, change.at)
    this.#length = Math.max(this.#length, end)
  }

  copy(): Content {
    return new Content(this.bytes())
  }

  bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length)
  }

  #reach(size: number): void {
    if (size <= this.#room.length) return
    const larger = Buffer.alloc(Math.max(size, this.#room.length * 2))
    larger.set(this.#room.subarray(0, this.#length))
    this.#room = larger
  }
}
