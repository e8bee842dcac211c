/** Intents: the flag pad, the value × intent grid and its list. */
export const intents = {
  title: 'Intents {{count}}',
  list: 'Open intents',
  product: {
    wealth: 'Wealth',
    loan: 'Loan',
    card: 'Card',
    deposit: 'Deposit',
    insurance: 'Insurance',
    fund: 'Fund',
  },
  level: { high: 'High', mid: 'Mid', low: 'Low', faded: 'Faded' },
  signal: {
    rate: 'Asks rate',
    'yield-method': 'Asks yield',
    'risk-grade': 'Asks risk',
    materials: 'Wants papers',
    'compare-peers': 'Compares',
    'brings-papers': 'Brings papers',
    applies: 'Applies',
  },
  action: {
    'one-to-one': 'One named person, one stop',
    comparison: 'Comparison and offer',
    'light-news': 'General news',
  },
  outcome: { converted: 'Converted', lost: 'Lost', mistaken: 'Flagged by mistake' },
  padProduct: 'Intent',
  padSignal: 'Signal',
  padLevel: 'Level',
  offerLevel: 'Said yes to {{product}}: press 1, 2 or 3 for the level to flag it.',
  offerProduct: 'Said yes: press the product’s letter, then 1, 2 or 3.',
  flagged: 'Intent flagged',
  flaggedNew: 'Flagged {{product}} · {{level}}',
  flaggedMore: 'Added to {{product}} · {{level}}',
  nextBy: 'Next {{day}} · {{owner}}',
  overdue: '{{days}} d overdue',
  dueToday: 'today',
  decayed: 'nothing new for {{days}} d: {{from}} became {{to}}',
  faded: 'nothing new for {{days}} d: faded',
  moreFor: 'More for the {{product}} intent',
  close: 'End the intent',
  whoMayEnd:
    'Only {{name}}, whoever flagged it first, the lobby and the head end it. A recorded contact may.',
  reassign: 'Hand over to',
  whose: 'Whose intents',
  mine: 'Mine',
  all: 'All',
  grid: 'Value × intent',
  gridCorner: 'Value \\ intent',
  gridLevel: '{{level}} intent',
  gridValue: '{{value}} value',
  gridCell: '{{value}} value, {{level}} intent',
  shown: '{{rows}} shown',
  sort: { grid: 'Value × intent', due: 'Next date', contact: 'Last contact', owner: 'Owner' },
  none: 'No open intents',
  noneHelp:
    "Flag one in a customer's panel or in the counter strip: a product's letter, then 1 high 2 mid 3 low.",
  noneInCell: 'No intents in this field',
  noneInCellHelp: 'Press the field again to see all.',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notFound: 'This intent cannot be found: perhaps it was undone. Refresh.',
  closed: 'This intent is closed. Flag it again if needed.',
  notYours:
    'Not ended: only its owner {{name}}, whoever flagged it first, the lobby and the head may end this intent. Tell {{name}}, or record a contact if you spoke with the customer.',
}

/** Its actions as the audit names them. */
export const actions = {
  flag: 'Flagged an intent',
  undoFlag: 'Undid a flag',
  close: 'Ended an intent',
  reassign: 'Handed an intent over',
  reassignMany: 'Handed several intents over',
  moveDates: 'Moved the dates of several intents',
}
