import { shapeOf } from '../../../../shared/domain/imports/cleaning.ts'
import type { RowProblem, RowProblemCode } from '../../../../shared/domain/imports/import-rows.ts'

/** What is found out about one record while its fields are read; used again for the next record. */
export class RecordIssues {
  #problems: RowProblem[] = []
  #kept: string[] = []
  #refused = false

  /** The record may not enter the database. */
  refuse(code: RowProblemCode, field: string, value: string): void {
    this.#refused = true
    this.#add(code, field, value)
  }

  /** The record enters, but without this field, or with it marked. */
  flag(code: RowProblemCode, field: string, value: string): void {
    this.#add(code, field, value)
  }

  /** The file says nothing of the field, in other words than an empty one: what is stored stays. */
  keep(field: string): void {
    this.#kept.push(field)
  }

  get refused(): boolean {
    return this.#refused
  }

  get found(): boolean {
    return this.#problems.length > 0 || this.#kept.length > 0
  }

  /** @returns the problems of the record at hand, and forgets them */
  take(): readonly RowProblem[] {
    const problems = this.#problems
    this.#problems = []
    this.#refused = false
    return problems
  }

  /** @returns the fields of the record at hand that keep what is stored, and forgets them */
  takeKept(): readonly string[] {
    const kept = this.#kept
    if (kept.length > 0) this.#kept = []
    return kept
  }

  #add(code: RowProblemCode, field: string, value: string): void {
    this.#problems.push(value === '' ? { code, field } : { code, field, valueShape: shapeOf(value) })
  }
}
