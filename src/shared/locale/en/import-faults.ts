/** What may be wrong with a record or a field, in a few words. */
export const importProblems = {
  'line-too-long': 'line too long',
  'unbalanced-quote': 'quote not closed',
  'line-break': 'field over several lines',
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
}

/** The table of a run’s faults. */
export const importFaults = {
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
}

/** What to do about each of them. */
export const importAdvice = {
  'line-too-long': 'The line has no end where one should be. Export the file again.',
  'unbalanced-quote':
    'A quote opens and does not close. Export without quotes in the text, or set "quote" to "none" in the profile.',
  'line-break':
    'A field in quotes goes on over several lines, and “Line breaks inside quotes” is off. Turn it on for this file under “More about how it is written” ("lineBreaks": true in the profile) and import again.',
  'cut-short': 'The file stops in the middle of a line: it was not copied whole. Take it again.',
  'column-count':
    'The line has more or fewer columns than the header, mostly by a delimiter within a text. Export with quotes or another delimiter.',
  undecodable:
    'The bytes are no characters in this encoding. Set the encoding in the profile, or export again.',
  'nul-character': 'The line holds NUL characters: the file is damaged. Take it again.',
  'required-missing': 'Fill the column in the source, or map another column to the field.',
  'lookup-missing': 'Add the key to the lookup file, or correct it here.',
  'date-unreadable': 'Set the date format in the profile to how the column is written, or correct the value.',
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
}
