import { BROKEN_CELL, UNCOMPUTED_CELL } from '../../../../../shared/domain/imports/cell-fault.ts'
import {
  type CellTexts,
  type DateSystem,
  isoCellText,
  numberTexts,
} from '../../../../../shared/domain/imports/cell-number.ts'
import { GENERAL_FORMAT, type NumberFormat } from '../../../../../shared/domain/imports/number-format.ts'
import { RichText, unescapedText } from './cell-texts.ts'
import { columnOf, type MergedAreas } from './merged-areas.ts'
import type { Attributes, XmlEvents } from './xml-part.ts'

/** A row of a sheet with its cells as texts. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly line: number
  /** What people see in its cells. */
  readonly fields: readonly string[]
  /** What its numbers hold, where that differs in a cell; else the same list. */
  readonly values: readonly string[]
}

/** What a sheet's cells mean beyond what stands in them. */
export interface SheetMeaning {
  readonly texts: readonly string[]
  readonly formats: readonly NumberFormat[]
  readonly dateSystem: DateSystem
  /** Whether a formula's nought is one that nobody has computed. */
  readonly uncomputed: boolean
  readonly merged: MergedAreas
}

/** As many columns as a sheet can have; a cell beyond is damage. */
const MAX_COLUMNS = 16_384
const ADDRESS = /^([A-Za-z]{1,3})(\d{1,7})$/

/**
 * Puts a sheet's rows together from the events of its part. Addresses are optional by the standard (ECMA-376 part 1,
 * 18.3.1.4 and 18.3.1.73): a row or cell without one follows the one before it.
 */
export class SheetRows implements XmlEvents {
  readonly #meaning: SheetMeaning
  #rows: SheetRow[] = []
  #inCells = false
  #line = 0
  #lineGiven = false
  #fields: string[] = []
  #values: string[] | null = null
  #column = -1
  #inCell = false
  #type = ''
  #format: NumberFormat = GENERAL_FORMAT
  #hasFormula = false
  #inValue = false
  #inInline = false
  #hasInline = false
  #stored = ''
  readonly #inline = new RichText()

  constructor(meaning: SheetMeaning) {
    this.#meaning = meaning
  }

  /** @returns the rows since the last call */
  take(): readonly SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: () => Attributes): void {
    if (!this.#inCells) {
      if (name === 'sheetData') this.#inCells = true
      return
    }
    if (this.#inInline) this.#inline.open(name)
    else if (name === 'c') this.#openCell(attributes())
    else if (name === 'v') this.#inValue = this.#inCell
    else if (name === 'row') this.#openRow(attributes())
    else if (name === 'f') this.#hasFormula = true
    else if (name === 'is') {
      this.#inInline = this.#inCell
      this.#hasInline = this.#inCell
    }
  }

  text(text: string): void {
    if (this.#inValue) this.#stored += text
    else if (this.#inInline) this.#inline.add(text)
  }

  close(name: string): void {
    if (!this.#inCells) return
    if (name === 'v') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'is') this.#inInline = false
    else if (name === 'sheetData') this.#inCells = false
    else if (this.#inInline) this.#inline.close(name)
  }

  #openRow({ r }: Attributes): void {
    const given = Number(r)
    this.#lineGiven = Number.isInteger(given) && given > 0
    this.#line = this.#lineGiven ? given : this.#line + 1
    this.#fields = []
    this.#values = null
    this.#column = -1
  }

  #closeRow(): void {
    const fields = this.#fields
    const values = this.#values ?? fields
    this.#meaning.merged.mark(this.#line, fields)
    if (values !== fields) this.#meaning.merged.mark(this.#line, values)
    this.#rows.push({ line: this.#line, fields, values })
  }

  #openCell({ r, s, t = 'n' }: Attributes): void {
    const address = r === undefined ? null : ADDRESS.exec(r)
    this.#column = address ? columnOf(address[1] ?? '') : this.#column + 1
    if (this.#column >= MAX_COLUMNS) throw new Error('no such column')
    if (address && !this.#lineGiven) {
      this.#line = Number(address[2])
      this.#lineGiven = true
    }
    this.#inCell = true
    this.#type = t
    this.#format = this.#meaning.formats[s === undefined ? 0 : Number(s)] ?? GENERAL_FORMAT
    this.#hasFormula = false
    this.#hasInline = false
    this.#stored = ''
  }

  #closeCell(): void {
    this.#inCell = false
    const cell = this.#cell()
    if (typeof cell === 'string') this.#set(cell, cell)
    else this.#set(cell.shown, cell.value)
  }

  /** A cell that stands twice contradicts itself. */
  #set(shown: string, value: string): void {
    if (shown === '' && value === '') return
    const fields = this.#fields
    const column = this.#column
    while (fields.length < column) fields.push('')
    const twice = fields[column] !== undefined && fields[column] !== '' && fields[column] !== shown
    fields[column] = twice ? BROKEN_CELL : shown
    if (this.#values === null && (shown === value || twice)) return
    this.#values ??= fields.slice()
    while (this.#values.length < column) this.#values.push('')
    this.#values[column] = twice ? BROKEN_CELL : value
  }

  #cell(): string | CellTexts {
    const text = this.#hasInline ? this.#inline.take() : null
    const stored = this.#stored
    const type = this.#type
    if (type === 'inlineStr' || (text !== null && type !== 'str')) return this.#textual(text ?? stored)
    if (this.#hasFormula && this.#isUncomputed(stored)) return UNCOMPUTED_CELL
    if (stored === '' && type === 'e') return BROKEN_CELL
    if (stored === '') return type === 'str' && text !== null ? this.#textual(text) : ''
    switch (type) {
      case 's': {
        const shared = this.#meaning.texts[Number(stored)]
        return shared === undefined ? BROKEN_CELL : this.#textual(shared)
      }
      case 'str':
        return this.#textual(unescapedText(stored))
      case 'b':
        return stored === '1' || stored === 'true' ? 'TRUE' : 'FALSE'
      case 'e':
        return stored
      case 'd':
        return isoCellText(stored)
      default:
        return numberTexts(stored, this.#format, this.#meaning.dateSystem)
    }
  }

  #isUncomputed(stored: string): boolean {
    if (this.#type === 'str') return false
    return stored === '' || (this.#meaning.uncomputed && Number(stored) === 0)
  }

  #textual(text: string): string {
    const { around } = this.#format
    return around === null || text === '' ? text : around.before + text + around.after
  }
}
