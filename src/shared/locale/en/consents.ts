/** What a customer agreed to and refused (P3). */
export const consents = {
  title: 'Consent and refusal',
  purposes: 'Purposes',
  channels: 'Channels',
  lines: 'Register',
  purpose: { contact: 'Contact', marketing: 'Marketing', profiling: 'Profiling' },
  kind: { given: 'Agreed', withdrawn: 'Withdrawn', refused: 'Refused', reopened: 'Opened again' },
  never: 'Never asked',
  state: { given: 'Agreed {{on}} · {{staff}}', withdrawn: 'Withdrawn {{on}} · {{staff}}' },
  open: 'Open',
  closed: 'Refused {{on}} {{staff}}',
  give: 'Record consent',
  withdraw: 'Withdraw',
  refuse: 'Record refusal',
  reopen: 'Open again',
  giveTitle: 'Record consent: {{what}}',
  reopenTitle: 'Open again: {{what}}',
  showWords: 'Let the customer read this first (version {{version}}):',
  reopenNote: 'Opens the channel, and records that the customer agrees to marketing.',
  agreed: 'The customer agreed: record',
  none: 'Nothing recorded yet. What the customer agrees to or refuses stands here.',
  version: 'version {{version}}',
  origin: { customer: 'customer', stranger: 'as a stranger (lead)' },
  export: 'Export register',
  exportTitle: 'Export the register of consents and refusals',
  exported: 'Exported',
  exportedRows: '{{rows}} rows exported',
  column: {
    customerNo: 'Customer no.',
    name: 'Name',
    what: 'Purpose or channel',
    said: 'Said',
    on: 'Date',
    staff: 'Staff',
    version: 'Version of the words',
    origin: 'Said as',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  reopenNeedsConsent:
    'Opening a refused channel needs the customer’s consent to marketing in the same step; nothing was saved. Show them the words, then record it.',
  textChanged:
    'The words shown to customers have changed; nothing was saved. Show the new ones, then record it.',
}

/** Its actions as the audit names them. */
export const actions = { record: 'Recorded consent or refusal', export: 'Exported the consent register' }
