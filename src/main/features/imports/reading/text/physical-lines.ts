import type { LineCounts } from '../../../../../shared/domain/imports/import-rows.ts'
import { withoutReturn } from './line-text.ts'

/** One or several physical lines of a text. */
export interface Piece {
  /** Without the line end. */
  readonly text: string
  /** Where the following line begins. */
  readonly next: number
  readonly lines: number
  /** False when the file stops before the line does. */
  readonly ended: boolean
}

/** Carriage returns in front of a line feed are no text; in a file that they end themselves, the last one is. */
function lineOf(text: string, from: number, end: number, newline: string): string {
  return newline === '\r' ? text.slice(from, end) : withoutReturn(text, from, end)
}

/**
 * The next physical line, or several of them joined.
 * @param last whether nothing follows the text
 * @returns null when the text ends before the lines do
 */
export function pieceAt(
  text: string,
  at: number,
  lines: number,
  newline: string,
  last: boolean,
): Piece | null {
  let from = at
  for (let count = 1; ; count++) {
    const end = text.indexOf(newline, from)
    if (end < 0) {
      if (!last) return null
      return { text: lineOf(text, at, text.length, newline), next: text.length, lines: count, ended: false }
    }
    if (count === lines)
      return { text: lineOf(text, at, end, newline), next: end + newline.length, lines, ended: true }
    from = end + newline.length
  }
}

/** The same lines without the nothing behind the file's last line end, where that end is part of the text. */
export function withoutLastLine(piece: Piece, newline: string): Piece {
  return piece.ended || !piece.text.endsWith(newline) ? piece : { ...piece, lines: piece.lines - 1 }
}

/** Counts of a batch to which nothing has been added. */
export function noLines(): { -readonly [Count in keyof LineCounts]: number } {
  return { physical: 0, blank: 0, continuation: 0, skipped: 0 }
}
