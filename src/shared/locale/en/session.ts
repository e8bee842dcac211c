/** First run, sign-in, lock, and the screens for a store that cannot be opened. */
export const session = {
  welcome: 'Welcome to Huiyan',
  welcomeText: 'This PC has no branch yet. Look around the demo branch, or create one for yours.',
  demo: 'Demo branch',
  demoText:
    '5,000 invented customers, twelve months of transactions and prepared stories. No real person in it.',
  demoStaff:
    'Everyone on its staff can sign in with demo- and the staff number, as demo-80009; Settings, Staff lists them.',
  demoPerson: 'Demo user',
  create: 'New branch',
  createText: "An empty branch. Then read the bank's files under Import.",
  branchName: 'Branch name',
  staffNo: 'Staff number',
  staffName: 'Name',
  passphrase: 'Passphrase',
  passphraseHint:
    'At least 8 characters. It cannot be recovered; another administrator can give you a new one.',
  repeat: 'Passphrase again',
  repeatDiffers: 'The two differ',
  start: 'Start',
  preparing: 'Preparing the demo branch …',
  signIn: 'Sign in',
  signInTo: 'Sign in to {{branch}}',
  language: 'Language',
  missing: 'Needed',
  staffNoWrong: '2 to 16 letters or digits',
  opening:
    'Checking the passphrase and opening the encrypted data on this PC … On a busy PC this takes some seconds.',
  renewTitle: 'Choose your own passphrase',
  renewText:
    '{{name}}, your passphrase is a temporary one that somebody else gave you. Choose your own to go on.',
  newPassphrase: 'New passphrase',
  unlock: 'Unlock',
  lockedText: '{{name}} locked the screen. What was not saved is still there.',
  otherStaff: 'Somebody else',
  faulty: 'The data cannot be opened now',
  faultHelp: 'If needed, an administrator runs doctor on the command line, or restore with a backup.',
  tryAgain: 'Try again',
  accept: 'Go on, as the head',
  acceptText:
    'The branch head or an administrator may go on with a reason, which stands in the audit. What is lost does not come back.',
  acceptReason: 'Reason',
  secondInstance: 'Huiyan is already open',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  signedOut: 'You are signed out. Sign in again.',
  locked: 'The screen is locked. Unlock it with your passphrase; what you had not saved is still there.',
  wrongPassphrase: 'Staff number or passphrase is wrong. Check capitals and try again.',
  lockedOut: 'Too many wrong passphrases. Try again in {{seconds}} seconds.',
  unknownStaff: 'Staff number or passphrase is wrong. Check and try again.',
  inactiveStaff: 'This staff number is switched off. Ask your administrator.',
  weakPassphrase:
    'The passphrase is too short or equals the staff number. Use at least {{least}} characters.',
  passphraseDue: 'Choose your own passphrase first, then go on.',
  samePassphrase: 'That is the temporary passphrase. Choose one that only you know.',
  branchExists: 'This PC already has a branch. To change it, make a backup and use a new data folder.',
  beingFounded:
    'Another window or command is creating a branch in this data folder, so none was created now. Wait until it is done and sign in.',
  beingRestored:
    'A backup is being put in place in this data folder, by another window or command. Wait until it is done, then try again.',
  keyBeingChanged:
    'Another window or command is changing the data key of this branch. Nothing is lost. Try again in a minute.',
  noBranch: 'This PC has no branch yet. Create one or open the demo branch.',
  alreadyOpen: 'Somebody is signed in. Sign out first.',
  noDoubt: 'There is nothing to accept. Just sign in.',
}

/** Its actions as the audit names them. */
export const actions = {
  lock: 'Locked the screen',
  unlock: 'Unlocked',
  unlockRefused: 'Unlocking refused',
  signOut: 'Signed out',
  failuresBefore: 'Wrong passphrases before the sign-in',
  attemptsPutBack: 'The count of wrong passphrases had been put back or removed',
}
