import { importCompared, importMore, importSurvey } from './import-survey.ts'
import { importedCodes, importedFields } from './imported-fields.ts'

/** Imports: the wizard from the folder to the reconciliation sheet, and what was imported before. */
export const imports = {
  new: 'New import',
  history: 'Imports so far',
  emptyTitle: 'Nothing was imported yet',
  empty:
    'Press “New import” and choose the folder with the bank’s files. CSV, TSV and XLSX, also as .gz or .zip, in any order; nothing is written before you say so.',
  entity: {
    customers: 'Customers',
    accounts: 'Accounts',
    transactions: 'Transactions',
    loans: 'Loans',
    cards: 'Cards',
    lookup: 'Lookup',
  },
  skip: 'Skip',
  state: {
    running: 'Running',
    done: 'Done',
    cancelled: 'Cancelled',
    failed: 'Not finished',
    undone: 'Undone',
  },
  step: {
    choose: 'Folder',
    recognise: 'Recognise',
    map: 'Map',
    preview: 'Preview',
    run: 'Run',
    sheet: 'Reconcile',
  },
  next: 'Next',
  restart: 'Start over',
  again: 'Import again',
  leave: {
    title: 'Leave what was set up?',
    text: 'What was mapped is not kept; nothing was written yet. To use it again, save the profile first.',
    stay: 'Go on',
    go: 'Leave',
  },
  close: 'Finish',
  choose: {
    folder: 'Choose a folder',
    files: 'Choose files',
    text: 'Choose the folder with the files. Only what you choose is read, and nothing is written before you say so.',
    chosen: '{{folder}} · {{count}} files · {{size}}',
    none: 'There are no files in this folder.',
    fits: 'The profile “{{name}}” fits these files',
    fitsText:
      'It was used here before and every file it needs is there. Import at once, or look at the preview first.',
    runNow: 'Import now',
    lookFirst: 'Preview first',
    anew: 'Recognise anew',
  },
  header: {
    hint: 'Click a line to make it the header; lines above are titles and are not read. Click the header again to begin the data there.',
    choose: 'Line {{line}} is the header',
    title: 'title',
    header: 'header',
    row: 'data',
    masked: 'Your role sees no customers: masked here, read as it is.',
  },
  sheets: {
    twins: '{{file}} has more sheets with the same columns: {{sheets}}. Only “{{sheet}}” is read now.',
    takeAll: 'Read them all',
    between: ', ',
  },
  balance: {
    text: '“{{column}}” in {{file}} is the balance of an account and not part of a customer: left alone, it is not read. It can be read as one demand account for each customer.',
    take: 'Read as demand accounts',
  },
  byHand: {
    button: 'Enter one customer',
    title: 'Enter one customer by hand',
    customerNo: 'Customer number',
    name: 'Name',
    phone: 'Phone (may be left empty)',
    idNumber: 'ID number (may be left empty)',
    idHint: 'The check digit of a resident number is verified; birth date and sex follow from it.',
    needed: 'Needed',
    same: 'May be one of these; nothing is saved yet:',
    another: 'Somebody else: save',
    saved: 'Entered under {{no}}. To take it back, undo the import on this sheet.',
    merged: '{{no}} has the ID number of a known customer and was joined to them.',
  },
  profile: {
    name: 'Profile name',
    open: 'Open profile',
    save: 'Save profile',
    saved: 'Profile saved',
    defaultName: 'Profile of {{folder}}',
  },
  detected: {
    files: 'Recognised files',
    file: 'File',
    size: 'Size',
    form: 'Form',
    columns: 'Columns',
    entity: 'Holds',
    sample: 'Sample: {{file}}',
    noHeader: 'no header',
    missing: 'not in the folder',
    again: 'Use again',
    againHint: 'Import the same file as something else too, or ask it as a lookup',
    remove: 'Remove',
    container: { gzip: 'in gzip', zip: 'in a zip archive' },
    delimiter: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', '^': 'caret', '~': 'tilde' },
  },
  map: {
    entries: 'What is imported',
    field: 'Field',
    source: 'From',
    value: 'Value',
    sample: 'Sample',
    details: 'Details',
    required: 'required',
    kind: {
      none: 'Skip',
      column: 'Column',
      constant: 'Constant',
      template: 'Template',
      lookup: 'Lookup',
      advanced: 'Advanced',
    },
    templateHint: 'such as Customer {column}',
    advancedHint: 'JSON as the profile manual describes it',
    advancedWrong: 'This JSON is not what the profile manual describes',
    lookupName: 'Lookup',
    lookupBy: 'Column to look up by',
    lookupTake: 'Column to take',
    noLookup: 'Make a file a lookup first',
    options: 'How the file is written',
    encoding: 'Encoding',
    delimiter: 'Delimiter',
    dateFormat: 'Date format',
    dateFormatHint:
      'auto reads every unmistakable form; several forms in one column are parted by semicolons',
    yearPivot: 'Two-digit year limit',
    yearPivotHint: 'Below it 20××, the others 19××',
    decimal: 'Decimal',
    unit: 'Amounts in',
    unitOf: { yuan: 'yuan', fen: 'fen', wan: '10,000 yuan' },
    sign: 'Sign',
    signOf: { keep: 'keep', drop: 'drop', flip: 'flip' },
    asFile: 'as the file',
    auto: 'Automatic',
    optional: 'Import even if this file is absent',
    codes: 'Codes',
    codeFrom: 'Code in the file',
    codeTo: 'Means',
    codeAdd: 'Add a code',
    codeOther: 'Anything else becomes',
    codeUnknown: 'reported as a problem',
    codeHint: 'The usual Chinese words need no entry.',
    name: 'Name of the lookup',
    key: 'Column that is searched',
    take: 'Columns that may be taken',
    faults: '{{count}} places to mend',
    fault: {
      'field-missing': '{{entity}}: the required field “{{field}}” is missing',
      'owner-missing': '{{entity}}: map the customer number, the account, or both',
      'date-format': '{{entity}}: the date format of “{{field}}” is incomplete',
      lookup: '{{entity}}: the lookup of “{{field}}”, or the column it takes, does not exist',
      'no-files': 'There is no file to import',
      name: 'Give the profile a name',
      other: '{{entity}}: {{place}} is not right',
    },
  },
  preview: {
    file: 'File',
    line: 'Line',
    accepted: 'enters',
    rejected: 'rejected',
    problems: 'Problems',
    summary: 'First {{count}} rows: {{accepted}} enter, {{rejected}} rejected, {{flagged}} with problems',
    clean: 'No problems found',
    empty: 'There are no rows to preview in this file.',
  },
  problem: {
    'line-too-long': 'line too long',
    'unbalanced-quote': 'quote not closed',
    'cut-short': 'cut in the middle of a line',
    'column-count': 'not as many columns as the header',
    undecodable: 'bytes of no character',
    'half-character': 'half a character at the end',
    'nul-character': 'NUL character',
    'required-missing': 'required and empty',
    'lookup-missing': 'not in the lookup',
    'date-unreadable': 'date not understood',
    'amount-unreadable': 'amount not understood',
    'amount-out-of-range': 'amount out of range',
    'number-unreadable': 'number not understood',
    'code-unknown': 'unknown code',
    'name-unreadable': 'name not understood',
    'escape-unclear': 'backslash that can be read in two ways',
    'phone-rest-unread': 'part of the phone cell not understood',
    'phone-unreadable': 'phone not understood',
    'id-unverified': 'ID number not verified',
    'id-contradicts': 'ID number does not fit birth date, sex or name',
    'birth-unlikely': 'Birth date cannot be',
    'text-too-long': 'text too long',
    'cell-error': 'the cell shows an error (#REF!, #N/A)',
    'cell-merged': 'covered by a merged cell; undo the merge',
    'formula-uncomputed': 'formula never computed; open and save the workbook',
    'character-lost': 'a character was lost in conversion; check it in the source system',
    'key-repeated': 'key occurs twice in this import',
    'row-failed': 'value not foreseen',
    'id-shared': 'other people have this ID number',
    'unknown-customer': 'customer not known',
    'unknown-account': 'account not known',
  },
  fault: {
    title: 'What was wrong with records',
    where: 'First at',
    rows: 'Rows',
    result: 'Result',
    what: 'What',
    column: 'Column',
    shape: 'Looks like',
    advice: 'What to do',
    atLine: '{{file}}, line {{line}}',
    atRow: '{{file}}, sheet {{sheet}}, row {{line}}',
    other: '(and {{file}}, line {{line}})',
  },
  advice: {
    'line-too-long': 'The line has no end where one should be. Export the file again.',
    'unbalanced-quote':
      'A quote opens and does not close. Export without quotes in the text, or set "quote" to "none" in the profile.',
    'cut-short': 'The file stops in the middle of a line: it was not copied whole. Take it again.',
    'column-count':
      'The line has more or fewer columns than the header, mostly by a delimiter within a text. Export with quotes or another delimiter.',
    undecodable:
      'The bytes are no characters in this encoding. Set the encoding in the profile, or export again.',
    'nul-character': 'The line holds NUL characters: the file is damaged. Take it again.',
    'required-missing': 'Fill the column in the source, or map another column to the field.',
    'lookup-missing': 'Add the key to the lookup file, or correct it here.',
    'date-unreadable':
      'Set the date format in the profile to how the column is written, or correct the value.',
    'amount-unreadable': 'Check decimal point and unit in the profile, or correct the value.',
    'amount-out-of-range': 'The amount is larger than a bank holds. Check the unit, or correct the value.',
    'number-unreadable':
      'The number is rounded or no number. Format the column as text in the spreadsheet program and export again.',
    'code-unknown': 'Add the code to the mapping of this field in the profile.',
    'name-unreadable': 'Correct the name in the source.',
    'phone-unreadable': 'Correct the phone number in the source; the customer came in without it.',
    'id-unverified': 'Check the number against the certificate; it is kept and marked.',
    'text-too-long': 'Shorten the text in the source.',
    'half-character': 'Make the column wider, or do not cut it by bytes; the text is kept up to the cut.',
    'escape-unclear':
      'Nothing tells whether backslashes escape, so the text was not taken. Set "escape" in the profile: "backslash" for an unload of a database, "none" for any other file.',
    'phone-rest-unread': 'Correct the phone column in the source; the numbers that were understood are kept.',
    'id-contradicts':
      'The number is most likely somebody else’s (a guardian’s, an agent’s). Check it against the certificate; it is kept and marked, and nobody was merged by it.',
    'id-shared':
      'Other customers have the same number. Look at them under possible duplicates; nobody was merged.',
    'birth-unlikely': 'Correct the birth date in the source; the customer came in without it.',
    'cell-error': 'Mend the formula and export again. What was stored stays.',
    'cell-merged': 'Undo the merge, fill the cells and export again.',
    'formula-uncomputed': 'Open the workbook in Excel or WPS, save it and import that.',
    'character-lost':
      'A conversion lost a character. Look it up in the source system, or export in another encoding.',
    'key-repeated':
      'Two records of this import bear one key and say different things; the first stands. Remove one, or take a key that names one record: number with serial, or the line.',
    'row-failed':
      'The value has a form that the program does not know. Write it in the usual form, or send the shape of the value to the help desk.',
    'unknown-customer': 'Import the customer first, or correct the customer number.',
    'unknown-account': 'Import the account first, or correct the account number.',
    other: 'See the import manual under this code.',
  },
  run: {
    asOf: 'Data as of',
    asOfHint: 'The day these files speak of',
    ready:
      '{{count}} files ({{size}}) will be imported by “{{name}}”. Cancelling on the way restores everything as it was; a finished import can be undone as a whole.',
    allowOlder: 'Let older data replace newer',
    allowOlderHint:
      'Only needed where the data are older than those imported; old phones, states and balances replace new ones',
    start: 'Start import',
    anyway: 'Import anyway',
    phase: { reading: 'Reading', summarising: 'Summarising customers', undoing: 'Undoing', finished: 'Done' },
    progress: '{{phase}} · {{what}}',
    rows: '{{rows}} rows',
    rate: '{{rate}} rows/s',
    left: 'about {{time}} left',
    seconds: '{{count}} s',
    minutes: '{{count}} min',
    starting: 'Starting …',
    cancel: 'Cancel import',
    cancelling: 'Cancelling; everything is restored as it was …',
  },
  sheet: {
    title: 'Reconciliation',
    of: '{{profile}} · as of {{asOf}} · {{staff}} · {{time}}',
    entity: 'What',
    read: 'Read',
    added: 'Added',
    updated: 'Updated',
    unchanged: 'Unchanged',
    merged: 'Merged',
    rejected: 'Rejected',
    flagged: 'Flagged',
    seconds: 'Seconds',
    total: 'Total',
    repeated: 'Repeated',
    skipped: 'Filtered',
    balanced:
      'Read = added + updated + unchanged + merged + rejected; repeated rows are among the unchanged, filtered ones are not read',
    lines:
      '{{name}}: {{lines}} lines = {{records}} records + {{continuation}} continuation lines + {{blank}} blank + {{filtered}} filtered + {{skipped}} titles, headers, totals and footers',
    filterTookAll:
      '{{name}}: the filters of the profile left out all {{count}} records. Compare the words of "where" and "unless" with the file.',
    failed: 'It did not finish; everything is as it was before. Mend the cause and import again.',
    kept: 'The undo kept {{count}} rows, because later work rests on them.',
    saveRejects: 'Save reject file',
    rejectsSaved: 'Saved. It holds customer data: keep it like the extract.',
    noRejects: 'No row was rejected or flagged',
    undo: 'Undo whole import',
    undoTitle: 'Undo this import?',
    undoText:
      'What it added is removed and what it changed goes back to how it was. Rows that later work rests on are kept.',
    undoing: 'Undoing …',
    staff: 'By',
    time: 'Time',
    stateColumn: 'State',
    profile: 'Profile',
    asOf: 'Data as of',
    rows: 'Rows read',
    show: 'Show the sheet',
  },
  survey: importSurvey,
  compared: importCompared,
  more: importMore,
  field: importedFields,
  code: importedCodes,
}

/** What each of its refusals means and what to do next. */
export const errors = {
  interrupted: 'The last import was cut off and everything is as it was before. Import again.',
  customerNoTaken:
    'There is a customer under {{no}} already. Nothing was saved: check the number, or search for that customer.',
  phoneWrong: 'This is no phone number. Nothing was saved and nothing is lost: check it, or leave it empty.',
  idWrong:
    'The check digit of the ID number is wrong. Nothing was saved and nothing is lost: type it again, or leave it empty.',
  notChosen: 'Choose a folder first. The program only reads the folder you have just chosen.',
  notFound: 'This import cannot be found.',
  fileMissing: 'The file {{file}} is missing. Put it into the chosen folder or change the profile.',
  fileUnreadable:
    'The file {{file}} cannot be read. Another program is using it, or it is damaged: close the program, or get the file again.',
  emptyFile:
    'The file {{file}} is empty. Check where it comes from; where a day may have no rows, mark it as optional in the profile. Nothing was imported.',
  fileFailed:
    '{{file}} could not be read behind line {{line}}, in a form that the program does not know; nothing was imported. Export it again, as CSV if it is a workbook, and give this code to the help desk if that does not help.',
  wrongEncoding:
    'The encoding of {{file}} is not the one in the profile. Set it to automatic, or export as UTF-8.',
  unsupportedEncoding:
    '{{file}} uses an encoding that is not supported ({{encoding}}). Export it as UTF-8 or GB18030.',
  encodingUnclear:
    'There are too few Chinese characters in {{file}} to tell GB18030 from Big5. Set "encoding" in the profile (systems of the mainland write "gb18030") and import again.',
  mixedLineEnds:
    'The lines of {{file}} end in several ways: the header with a lone carriage return, others with a line feed. Bring them to one kind (CRLF) in an editor, or have the file exported again.',
  mixedEncodings:
    '{{file}} holds two encodings: files of different ones were joined. Keep them apart, or convert both to UTF-8.',
  formatDiffers:
    '{{file}} is really {{format}}, which is not the format of the profile. Set the format to auto, or take the right file.',
  oldWorkbook:
    '{{file}} is a workbook of the old form ({{format}}). Open it in Excel or WPS, save it as .xlsx and import that.',
  filePassword: '{{file}} has a password. Open it in its own program, save it without one and import that.',
  encryptedFile:
    '{{file}} is encrypted ({{format}}). Decrypt it with the bank’s own tool and import the result.',
  packedFile: '{{file}} is an archive ({{format}}). Unpack it and import the table in it.',
  severalTables:
    'The archive {{file}} has {{count}} files ({{names}}). Unpack it, or say in the profile’s member which one is meant.',
  damagedFile: '{{file}} is damaged or did not arrive whole. Get it again; nothing was imported.',
  inflatesTooFar:
    '{{file}} unpacks to over {{times}} times its size, which no extract does. Check where it comes from, or unpack it and look at it first.',
  otherForm:
    '{{file}} is really {{format}}. Open it in the program that reads it (Excel, WPS), save it as .xlsx and import that.',
  notTable:
    '{{file}} is {{format}} and cannot be read as a table. Export it as CSV or .xlsx from the system it comes from.',
  displayForm:
    '{{file}} was laid out for the eye by {{format}}: line ends, blanks and long texts in its fields cannot be told apart there. Export it from the same program as CSV ({{instead}}) and import that.',
  blankColumns:
    'Only blanks stand between the columns of {{file}}, so nothing tells where one ends. Export it from the same program as CSV; where columns stand at fixed places say "format": "fixed", where every field is in quotes "delimiter": " ".',
  linePrefix:
    'Every line of {{file}} begins with “{{prefix}}”, which an export seems to have put there and which would become part of each key. Say "linePrefix": "{{prefix}}" in the profile; where it belongs to the first column, say "linePrefix": "".',
  lineEnd:
    'Every line of {{file}} ends with “{{mark}}”, which an export seems to have put there and which would become part of the last column. Say "lineEnd": "{{mark}}\\n" in the profile; where it belongs to the last column, say "lineEnd": "\\n".',
  escapeMark:
    '“{{mark}}” seems to escape other characters in {{file}}, and would move columns or stay in texts. Say "escape": "{{mark}}" in the profile; where it is a character like any other, say "escape": "none".',
  rowNames:
    'The header of {{file}} names {{columns}} columns and every record has one more; the first looks like the row names of R. Export it again with row.names = FALSE (write.table, write.csv); where it is something else, have the missing name added, or say "header": false, "skipLines" and "columns" in the profile.',
  markerMissing:
    'The marker {{marker}} of {{file}} has not come yet, so the file may not be whole. Import when it is there.',
  controlUnreadable:
    'The control file {{marker}} does not say {{what}}. Check the place in the profile, or get the file again.',
  controlDiffers:
    '{{file}} does not agree with its control figures: {{what}} should be {{expected}} and is {{found}}. Get it again; nothing was imported.',
  trailerMissing:
    'The last line of {{file}} is not the total line that begins with {{prefix}}, so the file may be cut off. Get it again.',
  stillGrowing: '{{file}} is still being written. Import when it is whole; nothing was imported.',
  severalNights:
    'The folder holds files of more than one day ({{files}}). Leave one, or write {YYYYMMDD} into the profile’s file name to take the newest.',
  sameNight:
    'These files were read by the import for {{asOf}}, and nothing in them has changed. Check whether they are the right ones; to import them again choose “Import anyway” (--again on the command line).',
  duplicateHeader:
    '{{file}} has several columns of the name that is asked for: {{columns}}. Choose one of these in the profile.',
  missingColumn: '{{file}} lacks columns: {{columns}}. Check the mapping in the profile.',
  tooManyFlagged:
    '{{percent}} % of the records of {{file}} ({{flagged}} of {{records}}) carry the same flag {{problem}} on “{{columns}}”. It stopped before it wrote anything. Check that column and the field {{field}} of the profile; where it is right, raise stopAtFlagged in the profile.',
  olderExtract:
    'These data are of {{asOf}}, and there are data of {{newest}} already. Nothing was imported. Check the day; where older data shall replace newer, allow it.',
  profileInvalid:
    'The import profile has a mistake ({{path}}). See its page in the docs; nothing was imported.',
  severalSheets:
    '{{file}} has sheets with the same columns: {{sheets}}. Say in the profile which one is read, with "sheet", once for each; or save each as a file of its own.',
  unknownSheet: '{{file}} has no sheet {{sheet}}.',
  noFiles: 'The folder has none of the files that the profile needs.',
  alreadyRunning: 'Another import is running. Wait for it or cancel it first.',
  cancelled: 'The import was cancelled; everything is as it was before.',
  notUndoable: 'This import cannot be undone (state: {{state}}).',
  undoBlocked: 'What this import brought is in use and cannot be taken back.',
  unbalancedQuote:
    'A quote in the header of {{file}}, line {{line}}, is not closed. Have it exported again; where the file quotes nothing, say "quote": "none" in the profile.',
  lineTooLong:
    'Line {{line}} of {{file}} is too long for a header. Check whether it is the right file, or say delimiter and skipLines in the profile.',
  columnCount:
    'The lines of {{file}} have {{found}} columns, and the profile names {{expected}}. Make them agree, or check the delimiter.',
  notText:
    '{{file}} is neither text nor a table of a known form. Export it as CSV or .xlsx from the system it comes from.',
  spreadsheetTooLarge:
    'The workbook {{file}} is over {{limitMiB}} MiB when unpacked. Export it as CSV, which has no limit.',
  lookupTooLarge: 'The lookup file {{file}} has over {{limit}} keys. Split the extract by branch.',
}

/** Its actions as the audit names them. */
export const actions = {
  begin: 'Began an import',
  enter: 'Entered a customer by hand',
  run: 'Finished an import',
  cancelled: 'Cancelled an import',
  failed: 'Import failed',
  undo: 'Undid an import',
  saveRejects: 'Saved a reject file',
  takeRejects: 'Took out a reject file',
}
