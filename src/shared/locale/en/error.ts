/** What each refusal of the router means and what to do next, by its code. */
export const error = {
  call: {
    unknownOperation:
      'This version cannot do that. Restart the program; if it goes on, tell your administrator.',
    untrustedSender: 'The request did not come from a window of this program and was refused.',
    badInput: 'Something entered is not acceptable. Nothing is lost: correct it and send again.',
    notAllowed: 'Your role may not do this. If your work needs it, ask the branch head.',
    tooMany: 'Too many requests at once. Wait a few seconds and try again.',
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
    chainShort:
      'The latest records are gone: the audit ends at entry {{link}} ({{since}}); {{lost}} entries after it are lost, the last written at {{until}}, and with them what was entered in that time. The head restores a backup, or goes on with a reason and enters it again from paper.',
    chainChanged:
      'The data does not agree with what this PC remembers of it: entry {{link}} of the audit ({{until}}) is another one now. The file was replaced by an old one, or rewritten. The head restores a backup, or finds out what happened and goes on with a reason.',
    witnessMissing:
      'The file that remembers the end of the audit (chain.witness) is missing or unreadable, so nobody can tell whether the data is complete. The head finds out what happened and goes on with a reason.',
    clockBehind:
      'The clock of this PC shows {{now}}, but the latest record was written at {{newest}}. Set the clock right and try again; if it is right, the head goes on with a reason.',
    clockAhead:
      'The clock of this PC shows {{now}}, many days after the latest record ({{newest}}). Check the clock and try again; if it is right, the head goes on with a reason.',
    wrongKey: 'Database and key do not belong together. Restore both from the same backup.',
    sqliteTooOld: 'The database component is too old ({{version}}). Install the program again.',
    stopped:
      'The data engine stopped and is starting again. Everything saved before is safe. Whether the last action was saved is not certain: look first, and repeat it only if it is missing. If this stays, restart the program.',
    internal:
      'Something went wrong inside the program. What was saved is safe; try again, and if it stays tell support the code under “Details”.',
  },
  staff: {
    numberTaken: 'This staff number is in use.',
    notFound: 'There is no such staff number.',
    ownPassphrase: 'Change your own passphrase with “Change my passphrase”.',
    lastAdmin: 'At least one active head or administrator must remain to keep the staff list.',
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
