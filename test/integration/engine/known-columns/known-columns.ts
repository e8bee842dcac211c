/** Exactly the columns that the query builder knows: a column more or less here does not compile. */
export type KnownColumns<Tables> = { readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]: true } }
