import { isArrivalScan, LONGEST_SCAN } from '../../shared/domain/lobby/arrival-scan.ts'
import { beginsLikeRow } from '../../shared/domain/work/list-barcode.ts'
import { characterOf, type ScanSettings } from './scan-burst.ts'

/**
 * What a key means: `coming` may be part of a scan or of typing, `scanned` ends an arrival, `row` ends the barcode of a
 * printed row, which is another listener's, `cut` is a scan whose end never came, and `typed` ends something that was
 * no scan.
 */
export type ArrivalStep =
  | { readonly state: 'coming' | 'row' | 'cut' | 'typed' }
  | { readonly state: 'scanned'; readonly text: string }

const ENTER = '\r'

/** Collects the keys of a reader or scanner that types what it read: a ticket, a whole number, a QR code (L2). */
export class ArrivalKeys {
  readonly #settings: ScanSettings
  #keys = ''
  #lastAt = Number.NEGATIVE_INFINITY

  constructor({ prefix, suffix, gapMs }: ScanSettings) {
    this.#settings = { prefix, suffix: suffix.replace(/\r\n|\n/g, ENTER), gapMs }
  }

  /** Whether the next key at this instant would begin anew. */
  beginsAt(atMs: number): boolean {
    return this.#keys === '' || atMs - this.#lastAt >= this.#settings.gapMs
  }

  /** @param atMs the event's own time, which is counted where the key was struck */
  key(character: string, atMs: number): ArrivalStep {
    if (this.beginsAt(atMs) || this.#keys.length > LONGEST_SCAN) this.#keys = ''
    this.#keys += character
    this.#lastAt = atMs
    const { suffix } = this.#settings
    if (suffix !== '' && endsWith(this.#keys, suffix)) return this.#finish(suffix.length)
    return { state: 'coming' }
  }

  /**
   * No key came for longer than a scanner pauses: the end of a scan where the scanner sends none. Where it should have
   * sent one, what spells an arrival at that pace is still no fingers' work, but it may be half a number: nobody's.
   */
  silence(): ArrivalStep {
    if (this.#settings.suffix === '') return this.#finish(0)
    return { state: this.#finish(0).state === 'typed' ? 'typed' : 'cut' }
  }

  #finish(suffixLength: number): ArrivalStep {
    const { prefix } = this.#settings
    const whole = this.#keys.slice(0, this.#keys.length - suffixLength)
    this.#keys = ''
    if (!whole.toUpperCase().startsWith(prefix.toUpperCase())) return { state: 'typed' }
    const text = whole.slice(prefix.length)
    if (beginsLikeRow(text.toUpperCase())) return { state: 'row' }
    return isArrivalScan(text) ? { state: 'scanned', text } : { state: 'typed' }
  }
}

function endsWith(keys: string, suffix: string): boolean {
  return keys.toUpperCase().endsWith(suffix.toUpperCase())
}

/** What the keys of a scanner write with Shift; scanners strike the keys of a US keyboard, whatever the PC's is. */
const SHIFTED: Readonly<Record<string, string>> = {
  '1': '!',
  '2': '@',
  '3': '#',
  '4': '$',
  '5': '%',
  '6': '^',
  '7': '&',
  '8': '*',
  '9': '(',
  '0': ')',
  '-': '_',
  '=': '+',
  '[': '{',
  ']': '}',
  '\\': '|',
  ';': ':',
  "'": '"',
  ',': '<',
  '.': '>',
  '/': '?',
  '`': '~',
}

/** The character that a scanner meant by a key, read by its code; null for a key that writes nothing. */
export function scannedCharacter(key: { readonly code: string; readonly shiftKey: boolean }): string | null {
  const plain = characterOf(key.code)
  if (plain === null || key.code.startsWith('Numpad')) return plain
  if (/[A-Z]/.test(plain)) return key.shiftKey ? plain : plain.toLowerCase()
  return key.shiftKey ? (SHIFTED[plain] ?? plain) : plain
}
