/** What somebody is told without asking: the bell, its list, the switch for serving. */
export const notices = {
  bell: 'Notices',
  unseen_one: '{{count}} unread',
  unseen_other: '{{count}} unread',
  none: 'No notices',
  noneHelp:
    'Overdue follow-ups, referrals to accept and what became of yours, and each morning’s work appear here.',
  total: '{{total}} in all',
  keys: '↑↓ choose, Enter opens, Esc goes back',
  seeAll: 'Mark all as read',
  seen: 'read',
  serving: 'Serving',
  servingHint: 'While on, the system’s notifications wait; switched off, they come as one. Nothing is lost.',
  byOn: 'due {{day}}',
  byAt: 'until {{time}}',
  kind: {
    morning: '{{today}} due today, {{overdue}} overdue',
    'intent-overdue': 'Overdue by {{days}} working days',
    'intent-unattended': 'Overdue by {{days}} working days; the head was told',
    'intent-high-risk': 'Overdue by {{days}} working days: high risk, reassign',
    'referral-offered': 'A referral waits for you to accept it',
    'referral-bounced': 'A referral was not accepted in time and went to the backup',
    'referral-accept-soon': 'A referral’s time to accept is running out',
    'referral-accepted': 'Referral accepted',
    'referral-contacted': 'Referral: customer contacted',
    'referral-qualified': 'Referral qualified: it counts as yours',
    'referral-converted': 'Referral converted',
    'referral-declined': 'Referral declined',
    'referral-lost': 'Referral lost',
    'referral-withdrawn': 'Referral withdrawn',
    'referral-stranded': 'A referral ran out of time and nobody is left to fall back on: assign it',
    'view-cap': 'Somebody reached the day’s cap on viewing customers',
    guesses: 'Somebody looked often for numbers or names that lead to nobody: see Who saw whom',
    'calendar-missing':
      'The holidays of {{year}} are not imported yet; dates of that year are marked “not published”. Import the State Council’s notice under Settings, Working calendar.',
  },
}

/** Its actions as the audit names them. */
export const actions = {
  see: 'Read notices',
  tellDue: 'Told what was due',
  markShown: 'Notified by the system',
}
