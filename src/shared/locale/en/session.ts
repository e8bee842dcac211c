/** First run, sign-in, lock, and the screens for a store that cannot be opened. */
export const session = {
  welcome: 'Welcome to Huiyan',
  welcomeText: 'This PC has no branch yet. Look around the demo branch, or create one for yours.',
  demo: 'Demo branch',
  demoText:
    '5,000 invented customers, twelve months of transactions and prepared stories. No real person in it.',
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
  unlock: 'Unlock',
  lockedText: '{{name}} locked the screen. What was not saved is still there.',
  otherStaff: 'Somebody else',
  faulty: 'The data cannot be opened now',
  faultHelp: 'If needed, an administrator runs doctor on the command line, or restore with a backup.',
  tryAgain: 'Try again',
  secondInstance: 'Huiyan is already open',
}
