import { screenNames } from '../../domain/branch/function-codes.ts'

/** The frame: what every screen shares. */
export const app = {
  /** Between the members of a list that is put together in a sentence. */
  listSeparator: ', ',
  name: 'Huiyan',
  full: 'Huiyan · branch workstation',
  demo: 'Demo branch',
  demoDay: 'Demo day {{day}}',
  offline: 'This PC',
  offlineHint: 'Kept on this PC, encrypted',
  search: 'Ticket / name / pinyin / tail / code',
  searchCodes: 'Function code',
  language: 'Language',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  system: 'As the system',
  lock: 'Lock',
  signOut: 'Sign out',
  showPassphrase: 'Show the passphrase',
  strip: 'Counter strip',
  help: 'Help',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  confirm: 'OK',
  undo: 'Undo',
  retry: 'Try again',
  back: 'Back',
  more: 'More',
  loading: 'Reading …',
  failed: 'That did not work',
  code: 'Code {{code}}',
  explained: {
    offline: 'Everything is kept on this PC, encrypted. It works without a network and is not sent anywhere.',
    aumAverage: 'The average of all assets of each day of this month up to today. The tier is told by it.',
    nextTier: 'How much the monthly average lacks of the next tier’s line, by today’s balances.',
    retention:
      'How much of the money that came in over 90 days is still here: 100% is all of it, 0% is none.',
    fieldClass:
      'The class of personal financial information (JR/T 0171): C1 is common account information; C2 tells who somebody is or how they stand; C3 proves who somebody is, such as passwords, and is neither read nor kept here.',
    origin: '“Fixed” defaults come from the practice, “Ours” from us. Both can be changed.',
    flagged:
      'Read, but one item was not taken or should be checked, such as a phone number of a wrong length. The rest of the row is in.',
    rejected:
      'A required item is missing or a key is there twice: the row was not read. The reject file says why.',
  },
  problem: { details: 'Details', copy: 'Copy', copied: 'Copied' },
  none: 'None',
  nobodyOpen: 'Nobody is open here',
  nobodyOpenHelp:
    'Select a row in the list and press Enter. The keys on this side act on whoever is open, and on nobody else.',
  scanRefused: 'A dialog is open, so the scanned row was not. Finish or close it, then scan again.',
  broughtBack:
    'This window stopped unexpectedly and was opened again. Everything saved is safe; what was typed and not saved is gone.',
  unsaved: {
    title: 'Something is not saved yet',
    text: 'If you leave now, what you typed is lost.',
    keep: 'Keep editing',
    discard: 'Discard',
  },
  fault: {
    title: 'Something went wrong in this window',
    text: 'Everything that was saved is safe. What was typed and not saved may be gone. Load the window anew; you stay signed in. It has been noted in the log, without anything about a customer; an administrator finds it under Settings, About.',
    reload: 'Load anew',
  },
  yuan: 'yuan',
  rail: screenNames('en'),
  role: {
    teller: 'Teller',
    lobby: 'Lobby manager',
    rm: 'Relationship manager',
    head: 'Branch head',
    admin: 'Administrator',
  },
  holiday: {
    元旦: 'New Year',
    春节: 'Spring Festival',
    清明: 'Qingming',
    劳动节: 'Labour Day',
    端午: 'Dragon Boat',
    中秋: 'Mid-Autumn',
    国庆节: 'National Day',
  },
  weekday: { '0': 'Sun', '1': 'Mon', '2': 'Tue', '3': 'Wed', '4': 'Thu', '5': 'Fri', '6': 'Sat' },
}
