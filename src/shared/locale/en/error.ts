/** What each refusal of the door means and what to do next, by its code. */
export const error = {
  door: {
    unknownOperation:
      'This version cannot do that. Restart the program; if it goes on, tell your administrator.',
    untrustedSender: 'The request did not come from a window of this program and was refused.',
    badInput: 'Something entered is not acceptable ({{path}}). Nothing is lost: correct it and send again.',
    notAllowed: 'Your role may not do this. If your work needs it, ask the branch head.',
    tooMany: 'Too many requests at once. Wait a few seconds and try again.',
  },
  session: {
    signedOut: 'You are signed out. Sign in again.',
    locked: 'The screen is locked. Unlock it with your passphrase; what you had not saved is still there.',
    wrongPassphrase: 'Staff number or passphrase is wrong. Check capitals and try again.',
    lockedOut: 'Too many wrong passphrases. Try again in {{seconds}} seconds.',
    unknownStaff: 'Staff number or passphrase is wrong. Check and try again.',
    inactiveStaff: 'This staff number is switched off. Ask your administrator.',
    weakPassphrase:
      'The passphrase is too short or equals the staff number. Use at least {{least}} characters.',
    branchExists: 'This PC already has a branch. To change it, make a backup and use a new data folder.',
    noBranch: 'This PC has no branch yet. Create one or open the demo branch.',
    alreadyOpen: 'Somebody is signed in. Sign out first.',
  },
  vault: {
    unreadable: 'The key file cannot be read. Nothing was changed; restore the latest backup.',
    deviceMismatch: 'This store belongs to another PC. Make a backup there and restore it here.',
    tooNew: 'A newer version of the program wrote the key file. Update the program.',
  },
  engine: {
    damaged:
      'The database file is damaged. Stop working with it, run doctor, then restore the latest backup.',
    tooNew:
      'A newer version of the program wrote this database (version {{found}}, this program knows {{known}}). Update the program; nothing was changed.',
    diskFull:
      'The disk is full and the last action was not saved. Free some space and repeat it; everything before is safe.',
    readOnly:
      'The data folder cannot be written to. Check its permissions and try again; nothing was changed.',
    busy: 'Another program is writing, perhaps a nightly import. Try again in a moment.',
    walMissing:
      'The program was not closed properly and its journal is missing: the last actions may be lost. Compare with the latest backup.',
    wrongKey: 'Database and key do not belong together. Restore both from the same backup.',
    sqliteTooOld: 'The database component is too old ({{version}}). Install the program again.',
    stopped:
      'The data engine stopped and is starting again. Everything saved before is safe. Whether the last action was saved is not certain: look first, and repeat it only if it is missing. If this stays, restart the program.',
    internal:
      'Something went wrong inside the program ({{cause}}). What was saved is safe; try again and tell support this code.',
  },
  strip: {
    shortcutTaken:
      'Another program holds {{shortcut}}; the shortcut stays as it was. Choose other keys, or free them in that program.',
  },
  trust: {
    planChanged:
      'What is past its time has changed; nothing was removed. Look at the plan again and confirm.',
  },
  consents: {
    reopenNeedsConsent:
      'Opening a refused channel needs the customer’s consent to marketing in the same step; nothing was saved. Show them the words, then record it.',
    textChanged:
      'The words shown to customers have changed; nothing was saved. Show the new ones, then record it.',
  },
  customers: {
    notFound: 'This customer cannot be found: perhaps merged, or taken back with an import. Search again.',
    notOpened: 'Open this customer first: more than a line is shown only where the view is recorded.',
    viewCapReached:
      'You have reached the number of customers that may be viewed in a day ({{cap}}). Ask the branch head.',
    revealNotAllowed: 'Your role may not show this.',
    reasonTooShort: 'Say why you need to see it (at least {{least}} characters).',
    notMerged: 'This record is not merged; there is nothing to take back.',
  },
  lobby: {
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
    partMoved:
      'Something was done with the other visitor meanwhile, so they cannot be put together again. Both rows are kept; if they are one customer, use “Identify”.',
  },
  arrivals: {
    notLocal:
      'Only a reader service on this PC is listened to: ws://127.0.0.1, ws://localhost or ws://[::1]. Nothing was connected; change the address and save.',
    readerRefused:
      'The reader service does not answer. Make sure its program runs and the port is right; it is tried again in {{seconds}} s. Arrivals can be typed meanwhile.',
    readerLost:
      'The connection to the reader service broke; arrivals so far are kept. It is tried again in {{seconds}} s. If it stays away, restart the reader program.',
    noFolder:
      'No folder is chosen, so nothing was switched on. Choose the folder the queue machine writes to.',
    folderMissing:
      'The folder cannot be opened; a network drive may be off, or it was renamed. Arrivals so far are kept. It goes on by itself once it is back, or choose it again.',
    folderOurs:
      "This is the program's own data folder and cannot be watched. Choose the queue machine's folder.",
    folderReadOnly:
      'Files were read and the arrivals are kept, but they cannot be moved to done or bad. Allow this account to write there; nothing is counted twice.',
    fileLocked:
      'Another program holds a file, so it is not read yet. It stays where it is and is tried again; if that does not help, close that program.',
    wedgeOff:
      'Scanned arrivals are switched off, so nothing was noted. Switch them on in Settings › Arrival sources, or type the arrival.',
    settingsDamaged:
      'The settings of the arrival sources cannot be read, so all are off; the file is still there. Set them again and save.',
    demoOnly: 'Only a demo branch can replay a morning; nothing was changed.',
  },
  intents: {
    notFound: 'This intent cannot be found: perhaps it was undone. Refresh.',
    closed: 'This intent is closed. Flag it again if needed.',
    undoTooLate: 'The time for undoing has passed. Close the intent in the customer panel instead.',
  },
  leads: {
    notFound: 'This lead cannot be found. Refresh the list.',
    closed: 'This lead is closed and was not changed. If the stranger comes again, enter a new one.',
    moveNotAllowed:
      'A lead cannot move like this and was not changed. The order is new → contacted → qualified → converted.',
    lostReasonMissing: 'Choose why nothing came of it. The lead was not changed.',
    surnameUnreadable:
      'This surname cannot be read. Type characters or letters; everything else is still here.',
    phoneUnreadable:
      'This phone number has the wrong length. Check it or give its last four digits; everything else is still here.',
    nothingKept:
      'There is nothing to keep: without consent no phone is stored, so give the ticket of the day. Everything is still here.',
    consentOutdated:
      'The consent text has a new version; nothing was saved. Show the new words to the customer and confirm again.',
    noPhone: 'This lead has no whole phone number. Ask for it at the next meeting.',
  },
  followups: {
    notFound: 'This follow-up cannot be found. Refresh the list.',
    nextDateInPast: 'The next date cannot lie before today.',
    channelRefused: 'The customer refused marketing on this channel. Choose another, or talk in person.',
    marketingBlocked: 'Marketing to this customer is not allowed now ({{reason}}).',
    barcodeUnreadable: 'The barcode is incomplete. Scan it again or type the row.',
    barcodeUnknown: 'This barcode is not on a list printed here.',
    listEmpty: 'Nobody is due on that day; there is nothing to print.',
    printFailed: 'The list was not printed ({{reason}}). It is kept and can be printed again.',
    ownerUnknown: 'There is no such staff number, or it is switched off.',
  },
  referrals: {
    notFound: 'This referral cannot be found. Refresh the list.',
    noSubject: 'This lead cannot be found or is closed. Nothing was handed on; refresh the list of leads.',
    toSelf: 'You cannot refer to yourself. Choose somebody else; what you filled in is kept.',
    receiverUnknown:
      'There is no such staff number, or it is switched off. Nothing was handed on; choose somebody else.',
    alreadyOpen:
      'The same product for this customer is already with {{name}}. It was not handed on again; talk to {{name}}.',
    moved: 'This referral has just changed and your step was not saved. Look at its state and try again.',
    notYours: 'This referral is not in your hands now and was not changed. Refresh the list.',
    routeUnknown:
      'Staff number {{no}} in the routing table does not exist or is switched off. The table was not saved; choose somebody else or a role.',
  },
  prompts: {
    notFound:
      'This prompt cannot be found; it may have been removed after its retention time. Open the customer again.',
    answered:
      'Somebody has answered this prompt already, and that answer stays. Open the customer again to see it.',
    undoTooLate:
      'More than {{seconds}} seconds have passed, so the answer stays. If it is wrong, record a contact that says so.',
  },
  staff: {
    numberTaken: 'This staff number is in use.',
    notFound: 'There is no such staff number.',
    lastAdmin: 'At least one active head or administrator must remain to keep the staff list.',
  },
  settings: {
    invalid: 'A setting is not acceptable ({{path}}); nothing was saved.',
    noticeInvalid: 'This holiday notice cannot be read ({{reason}}); the calendar is unchanged.',
    noticeEmpty: 'The notice has no days: that year is not published yet. The calendar is unchanged.',
  },
  audit: {
    broken:
      'The audit chain is broken at entry {{brokenAt}}. Tell the branch head at once and change nothing.',
  },
  imports: {
    interrupted: 'The last import was cut off and everything is as it was before. Import again.',
    notChosen: 'Choose a folder first. The program only reads the folder you have just chosen.',
    notFound: 'This import cannot be found.',
    fileMissing: 'The file {{file}} is missing. Put it into the chosen folder or change the profile.',
    fileUnreadable: 'The file {{file}} cannot be read. Is another program using it?',
    emptyFile: 'The file {{file}} is empty; nothing was imported.',
    wrongEncoding:
      'The encoding of {{file}} is not the one in the profile. Set it to automatic, or export as UTF-8.',
    unsupportedEncoding:
      '{{file}} uses an encoding that is not supported ({{encoding}}). Export it as UTF-8 or GB18030.',
    duplicateHeader: '{{file}} has columns of the same name: {{columns}}. Rename them and import again.',
    missingColumn: '{{file}} lacks columns: {{columns}}. Check the mapping in the profile.',
    profileInvalid:
      'The import profile has a mistake ({{path}}). See its page in the docs; nothing was imported.',
    unknownSheet: '{{file}} has no sheet {{sheet}}.',
    noFiles: 'The folder has none of the files that the profile needs.',
    alreadyRunning: 'Another import is running. Wait for it or cancel it first.',
    cancelled: 'The import was cancelled; everything is as it was before.',
    notUndoable: 'This import cannot be undone (state: {{state}}).',
    undoBlocked: 'What this import brought is in use and cannot be taken back.',
    unbalancedQuote: 'A quote is not closed.',
    lineTooLong: 'The line is too long.',
    columnCount: 'The number of columns differs from the header.',
    notText: '{{file}} is not a text file.',
    spreadsheetTooLarge:
      'The workbook {{file}} is over {{limitMiB}} MiB when unpacked. Export it as CSV, which has no limit.',
    lookupTooLarge: 'The lookup file {{file}} has over {{limit}} keys. Split the extract by branch.',
  },
  backup: {
    storeHealthy: 'The store here is healthy and was not replaced. To replace it all the same, add --force.',
    unreadable: 'The backup cannot be read. Use another one.',
    notABackup: 'This is not a backup of this program.',
    folderMissing: 'The folder for the backup does not exist. Make it first, then back up again.',
    targetExists: 'The file exists and was not overwritten. Choose another name.',
  },
  calendar: {
    'no-working-day': 'The calendar has no working day after {{after}}. Check the branch roster.',
    'notice-duplicate': 'The holiday notice has {{on}} twice; the calendar is unchanged.',
    'notice-malformed':
      'The holiday notice is not in the expected form ({{where}}); the calendar is unchanged.',
    'notice-other-year': 'The holiday notice is for {{year}} but has {{on}}; the calendar is unchanged.',
  },
  date: { invalid: 'There is no such day. Check the date.' },
  list: {
    'barcode-range':
      'The list or row number needs more than the {{digits}} digits of the barcode. Tell support.',
  },
}
