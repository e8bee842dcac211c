/** What each refusal of an import means and what to do next. */
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
    'The header of {{file}} names {{columns}} columns and every record has one more; the first looks like the row names of R. Export it again with row.names = FALSE (write.table, write.csv); where it is something else, look for a delimiter without quotes within a number or a text (1,234.00), have the missing name added, or say "header": false, "skipLines" and "columns" in the profile.',
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
  missingColumn:
    '{{file}} lacks columns: {{columns}}. Check the mapping in the profile; where the names are right, whether delimiter, encoding and header are as it says ("header": false where the file has none).',
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
    'A quote in line {{line}} of {{file}} is not closed, or closed inside a field, so the columns behind it cannot be told apart. Have it exported again; where the file quotes nothing, say "quote": "none" in the profile.',
  lineTooLong:
    'Line {{line}} of {{file}} is too long for a header. Check whether it is the right file, or say delimiter and skipLines in the profile.',
  columnCount:
    'Line {{line}} of {{file}} has {{found}} columns, and the profile names {{expected}}. Make them agree, or check the delimiter.',
  lineBreaks:
    'A field in quotes goes on over several lines in {{file}}, from line {{line}} on, and “Line breaks inside quotes” is off. Turn it on for this file in the wizard under “More about how it is written” ("lineBreaks": true in the profile); nothing was imported.',
  notText:
    '{{file}} is neither text nor a table of a known form. Export it as CSV or .xlsx from the system it comes from.',
  spreadsheetTooLarge:
    'The workbook {{file}} is over {{limitMiB}} MiB when unpacked. Export it as CSV, which has no limit.',
  lookupTooLarge: 'The lookup file {{file}} has over {{limit}} keys. Split the extract by branch.',
}
