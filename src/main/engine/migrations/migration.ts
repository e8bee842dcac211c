/** One step of the schema. Versions go in tens and are never edited once released; a later step mends an earlier one. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
