/** The columns that a list may show beside the name, in the order in which it shows them. */
export const LIST_COLUMNS = {
  customers: ['tier', 'phone', 'number', 'reason', 'owner', 'contact', 'born'],
} as const

export type ListName = keyof typeof LIST_COLUMNS
export type ColumnOf<List extends ListName> = (typeof LIST_COLUMNS)[List][number]

/** What stands in a list until somebody chooses otherwise (our own default). */
export const DEFAULT_COLUMNS: { readonly [List in ListName]: readonly ColumnOf<List>[] } = {
  customers: ['tier', 'phone', 'number', 'reason', 'owner', 'contact'],
}
