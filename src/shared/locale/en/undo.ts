/** Taking back the newest step, and what one did today. */
export const undo = {
  /** What was done, by operation; whom it was about stands before it, the details behind it. */
  said: {
    consents: { record: 'Consent or refusal recorded' },
    followups: { correct: 'Contact corrected', note: 'Note kept', record: 'Contact recorded' },
    intents: {
      close: 'Intent ended',
      moveDates: 'Dates moved',
      reassign: 'Intent handed over',
      reassignMany: 'Intents handed over',
    },
    leads: {
      advance: 'Lead moved on',
      reassign: 'Lead handed over',
      reassignMany: 'Leads handed over',
      save: { new: 'Lead saved', again: 'Added to the earlier lead' },
    },
    lobby: {
      advance: {
        serve: 'Being served',
        finish: 'Finished',
        leave: 'Left',
        undo: 'Back to the state before',
      },
      arrive: 'Arrival recorded',
      firstContact: 'First contact noted',
      identify: {
        customer: 'Identified as this customer',
        lead: 'Identified as this lead',
        stranger: 'A stranger again',
      },
      part: 'Two tickets parted',
    },
    referrals: {
      accept: 'Referral accepted',
      acceptMany: 'Referrals accepted',
      advance: 'Referral reported on',
      decline: 'Referral declined',
      declineMany: 'Referrals declined',
      offer: 'Referred',
      withdraw: 'Referral taken back',
    },
  },
  takenBack: 'Taken back: {{who}} · {{what}}',
  takenBackNobody: 'Taken back: {{what}}',
  notice: 'Last step, which can be taken back',
  seconds: '{{seconds}} s',
  ticket: 'Ticket {{ticket}}',
  visitor: 'The stranger who arrived at {{time}}',
  nothing: 'There is nothing to take back',
  day: {
    title: 'What I did today',
    none: 'Nothing yet today',
    noneHelp:
      'Flags, contacts, leads, referrals, arrivals and the like are listed here as you do them, the newest first.',
    columns: { at: 'Time', what: 'What', who: 'Customer', state: 'Undo' },
    takeBack: 'Undo ({{seconds}} s)',
    state: {
      'taken-back': 'Taken back',
      'not-newest': 'Something else was done since; only the newest step can be taken back',
      'too-late': 'Its 8 seconds are over',
      never: 'Cannot be taken back',
    },
    more: 'Earlier',
    keys: 'U takes back the newest step; of a contact after 8 seconds, Tab to “Correct” and Enter; Esc closes',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  nothing: 'There is nothing to take back.',
  notNewest:
    'Something else was done since, and only the newest step can be taken back. See “What I did today” (WD).',
  tooLate:
    'More than {{seconds}} seconds have passed, so the record stays. A contact can be corrected: choose “Correct” on its line in “What I did today” (WD) or in the customer’s timeline.',
  builtUpon:
    'Somebody went on from there, or it stands on a numbered list on paper, so it cannot be taken back, and the record stays. Check with your colleague, and change its state where needed.',
}

/** Its actions as the audit names them. */
export const actions = {
  take: 'Took back a step',
}
