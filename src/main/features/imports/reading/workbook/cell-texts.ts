const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19), in cells as in shared texts. */
export function unescapedText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

/** Puts a text together from its runs; how it is read aloud (`rPh`) is no part of it. */
export class RichText {
  #text = ''
  #inText = false
  #phonetic = 0

  open(tag: string): void {
    if (tag === 'rPh') this.#phonetic++
    else if (tag === 't') this.#inText = this.#phonetic === 0
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#phonetic--
    else if (tag === 't') this.#inText = false
  }

  add(text: string): void {
    if (this.#inText) this.#text += text
  }

  /** @returns the text so far, and begins another */
  take(): string {
    const text = unescapedText(this.#text)
    this.#text = ''
    this.#phonetic = 0
    return text
  }
}
