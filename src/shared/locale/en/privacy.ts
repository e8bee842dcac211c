/** The head's page: who looked at whom, and how long records are kept (P2, P3). */
export const privacy = {
  tab: { viewing: 'Who saw whom', retention: 'Retention' },
  day: 'Day',
  previousDay: 'Day before',
  nextDay: 'Day after',
  staff: 'What everyone saw that day',
  column: {
    staff: 'Staff',
    views: 'Views',
    people: 'Customers',
    reveals: 'Reveals',
    prints: 'Prints',
    exports: 'Exports',
    guesses: 'Found nobody',
    at: 'Time',
    kind: 'How',
    customer: 'Customer',
    reason: 'Reason',
  },
  kind: { view: 'Viewed', reveal: 'Revealed', print: 'Printed', export: 'Exported' },
  noLooks: 'Nobody was looked at that day',
  noLooksHelp: 'Views, reveals, prints and exports of customers stand here.',
  questions: 'Worth asking',
  questionsHelp: 'These are reasons to ask, not verdicts.',
  noQuestions: 'Nothing to ask.',
  question: {
    cap: 'Saw {{people}} customers, the limit is {{cap}}',
    'without-business':
      'Saw {{of}} customers, {{people}} of them without a visit, a contact, an intent or own work that day',
    'outside-hours': '{{views}} views outside working hours ({{first}}–{{last}})',
    repeated: 'Saw the same customer {{customer}} on {{days}} of the last {{within}} days without business',
    reveals: '{{reveals}} reveals, colleagues usually {{usual}}',
    guesses:
      '{{guesses}} searches led to nobody: within an hour {{numbers}} numbers and {{names}} names at most; in the last {{within}} days the chance to have guessed a customer’s number was about {{chance}} in 10,000 altogether',
  },
  accessLogOf: 'What {{staff}} saw that day',
  looksAt: 'Who saw {{customer}}',
  accessLog: 'Looks',
  back: 'Back to the day',
  openHint: 'Enter or a click on a row shows who saw that customer.',
  many: 'Several customers',
  somebody: 'Customer {{uid}}',
  retained: {
    visits: 'Visits',
    arrivals: 'Events of arrival sources',
    leads: 'Closed leads',
    prompts: 'Prompts',
    notices: 'Notices',
    'reject-files': 'Reject files of imports',
  },
  what: {
    visits: 'Customer, ticket and clue go; the figures stay',
    arrivals: 'Deleted',
    leads: 'Name, phone, ticket and notes go; source and outcome stay',
    prompts: 'Deleted',
    notices: 'Deleted',
    'reject-files': 'Deleted from the disk',
  },
  plan: {
    kind: 'Record',
    keep: 'Kept',
    what: 'Then',
    count: 'Past its time',
    oldest: 'Oldest',
    days: '{{days}} days',
  },
  auditStays:
    'The audit is not among them and is never shortened. Days are set under Settings, Branch rules.',
  lastRun: 'Last removal: {{at}} by {{staff}}, {{count}} records',
  neverRun: 'Nothing was removed yet.',
  retain: 'Remove records past their time…',
  nothingPast: 'Nothing is past its time',
  confirmTitle: 'Remove records past their time',
  confirm: 'These are removed and cannot be brought back:',
  confirmLine: '{{kind}}: {{count}}',
  confirmDo: 'Remove {{count}}',
  removed: '{{count}} removed, recorded in the audit',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  tooManyGuesses:
    'Too many searches that found nobody. They are recorded and the head is told. Check the number or the name and search again in {{seconds}} seconds.',
  planChanged: 'What is past its time has changed; nothing was removed. Look at the plan again and confirm.',
}

/** Its actions as the audit names them. */
export const actions = {
  countGuess: 'Looked for a number or a name that led to nobody',
  retain: 'Began to remove records past their time',
  retained: 'Removed records past their time',
}
