/** The lobby: who is here, since when, for what. */
export const lobby = {
  list: 'Arrivals today',
  bar: 'With this visitor',
  listKeys:
    'Arrows move, Enter opens the customer; S serve, F finish, X left, U undo, I identify, P part two tickets, N record an arrival, T business, Q ask about, M do not disturb',
  arrived: 'Arrived {{count}}',
  waitingCount: 'Waiting {{count}}',
  average: 'Average {{time}}',
  minutes: '{{minutes}} min',
  hours: '{{hours}} h {{minutes}} min',
  wait: { warn: '▲ {{time}}', long: '▲▲ {{time}}' },
  waitsLong: 'Long wait',
  stranger: 'Stranger',
  leadName: { mr: 'Mr {{surname}}', ms: 'Ms {{surname}}', other: '{{surname}}' },
  noTicket: 'none',
  servedBy: 'served by {{name}}',
  clue: 'ask about {{product}}',
  doNotDisturb: 'do not disturb',
  empty: 'Nobody has come today yet',
  replay: 'Replay a morning',
  replayText: 'Nobody real comes into a demo branch. Replay a morning to see the lobby at work.',
  emptyHelp:
    'Press N to record an arrival, or connect a card reader or a queue machine in Settings. One row a visit: several tickets of one customer are joined.',
  business: {
    cash: 'Cash',
    transfer: 'Transfer',
    account: 'Account',
    card: 'Card',
    wealth: 'Wealth',
    loan: 'Loan',
    fx: 'Forex',
    enquiry: 'Enquiry',
    other: 'Other',
  },
  notAsked: 'Not asked',
  state: { waiting: 'Waiting', serving: 'Serving', done: 'Done', left: 'Left' },
  move: { serve: 'Serve', takeOver: 'Take over', finish: 'Done', leave: 'Left', undo: 'Undo' },
  stepBack: 'Back to the state before',
  stepBackHelp: 'This visitor goes back to the state before, however long ago',
  said: {
    serve: '{{who}} is being served. U takes it back within 8 seconds.',
    finish: '{{who}} is done. U takes it back within 8 seconds.',
    leave: '{{who}} has left. U takes it back within 8 seconds.',
    undo: '{{who}} went back one step.',
    arrived: '{{who}} has arrived.',
    joined: '{{who}} was here already: one row now.',
    part: '{{other}} stands alone now, I says who it is; {{who}} is unchanged. U takes it back within 8 seconds.',
  },
  noneSelected:
    'Another customer is open on the right, so nobody is selected here. Arrows or a click select a row.',
  identify: 'Identify',
  identifyBox: 'Who is {{who}}? Name / pinyin / end of phone or ID',
  notThem: 'Not {{name}}',
  part: {
    title: 'Part',
    help: 'The tickets are not of one customer: one of them becomes a row of its own',
    which: 'Which of the tickets is for somebody else?',
  },
  moreBlocks: '{{text}}, {{count}} more',
  contact: {
    title: 'First contact',
    business: 'Business',
    clue: 'Ask about',
    clueHint: 'Could ask about',
    doNotDisturb: 'Do not disturb',
  },
  form: {
    title: 'Record an arrival',
    ticket: 'Ticket',
    badTicket: 'Like A017',
    business: 'Business',
    person: 'Customer or lead (optional)',
    personBox: 'Name / pinyin / end of phone or ID',
    otherPerson: 'Somebody else',
    lead: 'Lead',
    save: 'Record',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notFound:
    'This visit is not there any more; it may have been joined to another ticket of the same customer. Please choose it again on the board.',
  ticketTaken:
    'Ticket {{ticket}} was used today already. What you typed is kept; please check the ticket number.',
  wrongState:
    'This is not possible in the state the visit is in. Nothing was changed; the board shows the latest state.',
  nothingToUndo: 'There is no step to take back. A visit goes back by one step only.',
  servedByOther:
    'A colleague is serving this customer. Nothing was changed; take over with “Serve”, or ask the lobby manager.',
  alreadyHere:
    'This customer has come again since. The earlier visit was not changed; please use the new one.',
  leadUnknown: 'This lead cannot be found. Please refresh and choose again.',
  notTheirTicket:
    'Ticket {{ticket}} is not this visitor’s any more. Nothing was parted; the board shows the latest state.',
  onlyTicket: 'Ticket {{ticket}} is this visitor’s only one. Nothing was changed.',
}

/** Its actions as the audit names them. */
export const actions = {
  arrive: 'Recorded an arrival',
  identify: 'Identified a visitor',
  advance: 'Changed a visit',
  firstContact: 'First contact',
  part: 'Parted two visitors',
  undoPart: 'Put visitors together again',
  report: 'Arrival from a device',
}
