/** One column of a lookup file by the file's key. */
export type LookupColumn = ReadonlyMap<string, string>

/** Lookup name → column taken → key → value. */
export type Lookups = ReadonlyMap<string, ReadonlyMap<string, LookupColumn>>

export const NO_LOOKUPS: Lookups = new Map()
