/** Counts in how many rows each field has a value. */
export class FieldFill {
  readonly #fields: readonly string[]
  readonly #filled: number[]
  /** The rows' own names of the fields, once there was a row. */
  #properties: readonly string[] | null = null
  rows = 0

  constructor(fields: readonly string[]) {
    this.#fields = fields
    this.#filled = fields.map(() => 0)
  }

  add(rows: readonly object[]): void {
    const [first] = rows
    if (first === undefined) return
    const properties = this.#properties ?? this.#fields.map((field) => propertyOf(first, field))
    this.#properties = properties
    this.rows += rows.length
    for (const row of rows) {
      // An interface has no index signature, and a field's name is known only to the profile.
      const values = row as Readonly<Record<string, unknown>>
      for (let at = 0; at < properties.length; at++) {
        if ((values[properties[at] ?? ''] ?? null) !== null) this.#filled[at] = (this.#filled[at] ?? 0) + 1
      }
    }
  }

  /** @returns rows with a value */
  filled(field: string): number {
    return this.#filled[this.#fields.indexOf(field)] ?? 0
  }
}

/** A row has amounts and rates under names that say their unit. */
function propertyOf(row: object, field: string): string {
  return [field, `${field}Fen`, `${field}Percent`].find((property) => property in row) ?? field
}
