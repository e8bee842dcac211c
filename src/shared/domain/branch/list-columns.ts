/**
 * The columns that a list may show beside the name, in the order in which it shows them. Lists of work show them as parts
 * of a row's two lines.
 */
export const LIST_COLUMNS = {
  customers: ['tier', 'phone', 'number', 'reason', 'owner', 'contact', 'born'],
  intents: ['tier', 'phone', 'action', 'owner', 'contact', 'fading', 'signals', 'moved'],
  leads: ['phone', 'owner', 'contact', 'customer', 'lost', 'note', 'moved'],
  referrals: ['tier', 'phone', 'between', 'offered', 'contact', 'reason', 'outcome'],
  followups: ['tier', 'phone', 'action', 'contact', 'moved'],
} as const

export type ListName = keyof typeof LIST_COLUMNS
/** Lists that go on paper as they stand on the screen; follow-ups go as the daily list, in its own order (F5). */
export const PAPER_LISTS = [
  'customers',
  'intents',
  'leads',
  'referrals',
] as const satisfies readonly ListName[]
export type PaperListName = (typeof PAPER_LISTS)[number]

export type ColumnOf<List extends ListName> = (typeof LIST_COLUMNS)[List][number]

/** What stands in a list until somebody chooses otherwise (our own default). */
export const DEFAULT_COLUMNS: { readonly [List in ListName]: readonly ColumnOf<List>[] } = {
  ...LIST_COLUMNS,
  customers: ['tier', 'phone', 'number', 'reason', 'owner', 'contact'],
}
