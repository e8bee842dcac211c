import { beginsLikeRow } from '../../shared/domain/work/list-barcode.ts'

/** How a branch's scanner announces itself (Settings). */
export interface ScanSettings {
  readonly prefix: string
  readonly suffix: string
  /** Keys closer together than this come from a scanner, not from fingers (milliseconds). */
  readonly gapMs: number
}

/**
 * What one key means for the scanner: `typing` leaves it to whatever has the focus, `scanning` belongs to a barcode that
 * is still coming, `scanned` ends one.
 */
export type ScanStep =
  | { readonly state: 'typing' }
  | { readonly state: 'scanning' }
  | { readonly state: 'scanned'; readonly barcode: string }

const TYPING: ScanStep = { state: 'typing' }

/** The character that ends most barcodes: the Enter key. */
const ENTER = '\r'

/**
 * Tells a scanner's burst from typing by its pace and by what it spells. Only the barcodes of printed rows count: any
 * other burst stays in the field it was sent to.
 */
export class ScanBurst {
  readonly #settings: ScanSettings
  #keys = ''
  #lastAt = Number.NEGATIVE_INFINITY

  constructor({ prefix, suffix, gapMs }: ScanSettings) {
    this.#settings = { prefix: prefix.toUpperCase(), suffix: endAsKey(suffix), gapMs }
  }

  /** Whether the next key at this instant would begin anew. */
  beginsAt(atMs: number): boolean {
    return this.#keys === '' || atMs - this.#lastAt >= this.#settings.gapMs
  }

  /**
   * @param character upper-case, read by key code
   * @param atMs the event's own time, which is counted where the key was pressed
   */
  key(character: string, atMs: number): ScanStep {
    if (this.beginsAt(atMs)) this.#keys = ''
    this.#keys += character
    this.#lastAt = atMs
    const { suffix } = this.#settings
    if (suffix !== '' && this.#keys.endsWith(suffix)) return this.#finish(suffix.length)
    return this.#isRow() ? { state: 'scanning' } : TYPING
  }

  /** For a scanner without a suffix: no key came for as long as a gap lasts. */
  silence(): ScanStep {
    return this.#settings.suffix === '' ? this.#finish(0) : TYPING
  }

  #finish(suffixLength: number): ScanStep {
    const isRow = this.#isRow()
    const barcode = this.#keys.slice(this.#settings.prefix.length, this.#keys.length - suffixLength)
    this.#keys = ''
    return isRow ? { state: 'scanned', barcode } : TYPING
  }

  #isRow(): boolean {
    const { prefix } = this.#settings
    return this.#keys.startsWith(prefix) && beginsLikeRow(this.#keys.slice(prefix.length))
  }
}

/** A line's end arrives as the Enter key, however the scanner was told to write it. */
function endAsKey(suffix: string): string {
  return suffix.replace(/\r\n|\n/g, ENTER).toUpperCase()
}

const NAMED_KEYS: Readonly<Record<string, string>> = {
  Enter: ENTER,
  NumpadEnter: ENTER,
  Tab: '\t',
  Space: ' ',
  Minus: '-',
  Equal: '=',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
  NumpadEqual: '=',
}

/**
 * What stands on a key, upper-case and unshifted. Read by key code, so that a Chinese input method cannot spoil it.
 * Null for a key that writes nothing, such as Shift.
 */
export function characterOf(code: string): string | null {
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? NAMED_KEYS[code] ?? null
}
