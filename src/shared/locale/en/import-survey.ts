/** The words for the dry pass over a whole file, and for what its columns had the night before. */
export const importSurvey = {
  title: 'Whole file, column by column',
  looking: 'Checking the whole file: {{rows}} records read',
  cancel: 'Stop checking',
  cancelled: 'Checking was stopped. Below are the first rows only.',
  again: 'Check again',
  whole:
    '{{entity}} · whole file, {{records}} records: {{accepted}} enter, {{rejected}} rejected, {{skipped}} filtered',
  field: 'Field',
  column: 'Column of the file',
  form: 'Form recognised',
  filled: 'Filled',
  empty: 'Empty',
  flagged: 'Flagged',
  rejected: 'Rejected',
  damaged: 'Damaged records',
  wouldStop: 'stops the import',
  stops: 'This would not be imported: {{percent}}% or more of the records are flagged in one column',
  stopsFor: '{{field}} ({{column}}): {{problem}}. {{advice}}',
  stopsAdvice:
    'Look at the column first: codes without a meaning, the wrong column, or a file that a spreadsheet has changed. If it is right, raise the limit in the mapping step.',
  example: 'Line {{line}}: {{problem}}, the value looks like {{shape}}.',
  key_one:
    'The number is not unique: {{rows}} record has the number of an earlier one with other content (lines {{first}} and {{second}}) and would be rejected.',
  key_other:
    'The number is not unique: {{rows}} records have the number of an earlier one with other content (lines {{first}} and {{second}}, for example) and would be rejected.',
  keyBySerial: '{{key}} would name each of them.',
  keyByLine:
    'No column tells them apart, so only the line number is left; a changed version of such a file cannot be imported later without undoing this one.',
  takeSerial: 'Take this key',
  takeLine: 'Take the line number',
}

/** What the columns of a run have beside the run before. */
export const importCompared = {
  title: 'Columns beside the last import ({{asOf}})',
  none: 'Every column is filled as in the last import ({{asOf}}).',
  lost: 'Columns that lost values: {{names}}. Check the extract, then decide whether to undo.',
  before: 'Filled then',
  now: 'Filled now',
  share: '{{filled}} / {{records}} ({{percent}}%)',
  unread: 'not read',
}

/** What a file's profile can say besides the common things. */
export const importMore = {
  title: 'More about how it is written',
  stopAt: 'Stop at % flagged in a column',
  stopNever: 'never',
  sheet: 'Sheet',
  firstSheet: 'first with cells',
  delimiterHint:
    'auto finds it; several characters such as |@| may be given; a tab is \\t, a control character \\x1d',
  quote: 'Quote',
  quoteOf: { auto: 'automatic', none: 'none' },
  escape: 'Backslash escapes',
  escapeOf: { auto: 'automatic', none: 'no', backslash: 'yes', quotes: 'quotes only' },
  endDelimiter: 'Delimiter at line end',
  endOf: { auto: 'automatic', yes: 'yes', no: 'no' },
  fillerDates: 'Dates such as 9999-12-31',
  fillerOf: { auto: 'say nothing', empty: 'mean empty', refuse: 'are wrong' },
  rateUnit: 'Unit of rates',
  rateOf: { percent: 'percent', fraction: 'fraction', permille: 'per mille', 'basis-point': 'basis points' },
  nulls: 'Texts for nothing',
  nullsHint: 'Several are separated by semicolons; the product has its own where it is empty',
  lineBreaks: 'Line breaks inside quotes',
  text: 'Profile of this file (JSON)',
  textHint:
    'Everything without a control of its own can be written here, such as signMarks, marker, trailer, member, settleSeconds, layout, number.pad; see the profile manual.',
  textWrong: '{{where}}: {{why}}. It is not taken until that is right.',
}
