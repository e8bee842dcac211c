/** The help: keys, function codes, and short answers. Keys and codes themselves come from the code that obeys them. */
export const help = {
  title: 'Help',
  printCard: 'Print the key card',
  cardTitle: 'Huiyan · function codes and keys',
  cardFor: 'For: {{role}}',
  cardHint: 'Function codes: Ctrl K, two letters, Enter.',
  codes: 'Function codes',
  version: 'Version {{version}}',
  group: {
    anywhere: 'Anywhere',
    lobby: 'Lobby',
    list: 'In a list',
    product: 'Flag an intent · first key: product',
    level: 'Flag an intent · second key: level (saves)',
    signal: 'Signals (optional, before the level)',
    person: 'Customer panel and counter strip',
    channel: 'Record a contact · first key: channel',
    outcome: 'Record a contact · second key: outcome',
    contact: 'Record a contact · save',
    prompt: 'Prompts, with one in focus',
    referral: 'Referrals · on the chosen row',
  },
  key: {
    prompts: 'To the prompts',
    play: 'What to say',
    box: 'Find a customer or type a function code',
    help: 'Help',
    back: 'Back, close',
    strip: 'Raise the counter strip',
    move: 'Up and down',
    page: 'By pages',
    ends: 'First row, last row',
    open: 'Open',
    record: 'Record a contact (follow-up list)',
    contact: 'Record a contact or a note',
    refer: 'Refer this customer',
    undo: 'Take back what you did last (8 s)',
    leave: 'Back to the list or the other program',
    save: 'Save (twice for a refusal)',
    newLine: 'New line in the note',
    cancel: 'Close without saving',
  },
  questions: 'Questions',
  question: {
    marks: {
      q: 'What do ▲ ✕ ● mean?',
      a: '▲ is something worth saying, with its reason and date. ✕ is a reason not to market. ● This PC: the data is on this machine alone. A ▲ at the foot of the counter strip means that something is overdue. “moved” means that a date was shifted by a weekend, a holiday or a make-up day. “not published” means that the holidays of that year are not announced yet and weekdays are counted.',
    },
    finding: {
      q: 'What can I type to find somebody?',
      a: 'Any part of the name, pinyin or its initials, the customer number; the last three or four digits of the phone; the last four or more of the ID; the last four of a card; or a whole number. Two can be combined, such as a surname and a phone tail. Five to seven digits of a phone find nobody: they would let one guess the hidden digits one by one.',
    },
    masked: {
      q: 'Why are there stars in names and numbers?',
      a: 'Others can see a counter screen. When your work needs it, press “Reveal”, choose what, and write why. The reason goes into the audit, and the stars come back by themselves. Tellers and lobby managers can reveal name and phone; relationship managers and the head everything; administrators nothing. Each person can open {{dailyViewCap}} customers a day.',
    },
    camera: {
      q: 'Why no camera, and no judging by looks or dress?',
      a: 'A face is sensitive personal information, and it is not needed: a ticket, a name or the tail of a number is enough to know a customer. Judging by looks is often wrong and never fair: somebody plainly dressed may have large business. So the program uses no camera and has no place for how people look or dress; what counts is what they did here and what they said.',
    },
    where: {
      q: 'Where is the data?',
      a: 'On this PC, encrypted: {{dataFolder}}. While nobody is signed in, the database cannot be opened. The program does not use the network. Branch IT makes backups with the backup command.',
    },
    due: {
      q: 'How is the follow-up date set?',
      a: 'High: within {{highDue}} working days. Mid: within {{midDue}} working days. Low: within {{lowLast}} days, moved to the next working day. Working days follow the official holidays and make-up days; the branch can set its own in Settings.',
    },
    level: {
      q: 'Why did the level of an intent sink?',
      a: 'After {{decayDays}} days without anything new it sinks by one level, down to “faded”. Flagging again, or a contact in which you spoke to the customer, starts the count anew. The intent itself, its owner and its next date stay.',
    },
    refusal: {
      q: 'The customer refused. What happens?',
      a: 'Choose the outcome “Refused”: the intent ends, that channel is closed for marketing, and the program stops later marketing on it. If the customer only said “later”, choose “Not now”.',
    },
    mistake: {
      q: 'I flagged the wrong thing.',
      a: 'Within 8 seconds press Ctrl Z or “Undo”; “What I did today” (WD) shows every step. Later, open the menu of that intent in the customer panel and choose “End the intent” and “Flagged by mistake”.',
    },
    scanner: {
      q: 'The scanner does nothing.',
      a: 'It has to work as a keyboard and send Enter after the code; prefix, suffix and key gap are in Settings. Or type the characters below the barcode into the box above the follow-ups and press Enter.',
    },
    passphrase: {
      q: 'I forgot my passphrase.',
      a: 'It cannot be recovered. The head or an administrator switches your number off in Settings and adds you again with the same number, name and role and a new passphrase. Several wrong ones in a row shut your number for a while.',
    },
    lock: {
      q: 'What do I do when I leave my seat?',
      a: 'Type SP into the box, or lock from the menu at the top right. After {{idleLockMinutes}} minutes without a key or click it locks by itself; what was not saved is still there. At the end of the day sign out by TC or the menu.',
    },
    fault: {
      q: 'An error appears.',
      a: 'Read what it says to do next; what was saved is still there. If that does not help, tell branch IT the code at its end. There is nothing about a customer in it.',
    },
  },
}
