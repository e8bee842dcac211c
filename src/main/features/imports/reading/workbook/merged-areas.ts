import { MERGED_CELL } from '../../../../../shared/domain/imports/cell-fault.ts'
import type { PackageParts } from './package-parts.ts'

interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const MERGE =
  /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})["']/g
/** The list begins with this, behind the cells. */
const LIST_MARK = 'mergeCells'

/** @returns a column's place from 0 by its letters */
export function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & 31 || 0)
  return column - 1
}

/** Collects the list of merged areas while a sheet's bytes pass by. */
class AreaList {
  #kept = ''
  #found = false

  add(bytes: Buffer): void {
    const text = this.#kept + bytes.toString('latin1')
    if (!this.#found) {
      const at = text.indexOf(LIST_MARK)
      this.#found = at >= 0
      this.#kept = this.#found ? text.slice(at) : text.slice(-LIST_MARK.length)
    } else this.#kept = text
  }

  areas(): Area[] {
    if (!this.#found) return []
    return [...this.#kept.matchAll(MERGE)].map(([, left = '', top = '', right = '', bottom = '']) => ({
      top: Number(top),
      bottom: Number(bottom),
      left: columnOf(left),
      right: columnOf(right),
    }))
  }
}

/**
 * Merged areas of a sheet. Only the first cell of one has a value; that the others are empty says nothing of theirs, so
 * they are marked.
 */
export class MergedAreas {
  readonly #areas: readonly Area[]
  #next = 0
  #active: Area[] = []
  #line = 0

  constructor(areas: readonly Area[]) {
    this.#areas = areas.toSorted((one, other) => one.top - other.top)
  }

  /** Marks the empty cells of a row that a merged area covers. */
  mark(line: number, fields: string[]): void {
    if (this.#areas.length === 0) return
    for (const { top, left, right } of this.#at(line)) {
      for (let column = left; column <= right; column++) {
        if (top === line && column === left) continue
        while (fields.length <= column) fields.push('')
        if (fields[column] === '') fields[column] = MERGED_CELL
      }
    }
  }

  #at(line: number): readonly Area[] {
    if (line < this.#line) {
      this.#next = 0
      this.#active = []
    }
    this.#line = line
    for (let area = this.#areas[this.#next]; area && area.top <= line; area = this.#areas[this.#next]) {
      this.#active.push(area)
      this.#next++
    }
    if (this.#active.length > 0) this.#active = this.#active.filter(({ bottom }) => bottom >= line)
    return this.#active
  }
}

/**
 * Goes through a sheet's bytes once before any row is used: checksum and length of the part are compared behind the
 * last one.
 * @throws AppError imports.fileUnreadable with the part, imports.spreadsheetTooLarge
 */
export async function checkSheet(parts: PackageParts, part: string): Promise<() => MergedAreas> {
  const list = new AreaList()
  for await (const { bytes } of parts.pieces(part)) list.add(bytes)
  const areas = list.areas()
  return () => new MergedAreas(areas)
}
