/** Where arrivals come from: the machines of the lobby, and what they reported. */
export const arrivals = {
  source: {
    hand: 'By hand',
    wedge: 'Scanner or reader that types',
    reader: 'Reader with a local service',
    folder: "Queue machine's folder",
    simulator: 'Replayed morning',
  },
  hint: {
    hand: 'Press N in the lobby to note an arrival: ticket, business, customer. Needs no setting and works when every machine is down.',
    wedge:
      'For ID readers and scanners that type like a keyboard: a ticket, ID, card number, QR code (JSON), magnetic stripe or passport scanned in the workstation is noted as an arrival. Barcodes of printed lists open their row as before. Prefix, suffix and pace are in Branch rules › Barcode scanner.',
    reader:
      'For a reader whose own program offers a WebSocket on this PC: JSON, XML, name=value or values between bars. Only this PC is connected to; a broken connection is made again. What it says is read and forgotten, never logged.',
    folder:
      'For a queue machine that can write small files: JSON, or CSV with a header (its delimiter is found from the header; UTF-8, UTF-16 or GB18030). Files that were read go to done, others to bad. Nothing is deleted: empty done from time to time.',
    simulator:
      'Replays a morning in the demo branch: customers, strangers, and people with two tickets. The same seed gives the same arrivals.',
  },
  on: 'Switched on',
  unsaved: 'Not saved yet',
  saved: '{{source}}: settings saved',
  state: { off: 'Off', running: 'Running', connecting: 'Connecting', error: 'Trouble' },
  field: {
    ticket: 'Ticket',
    business: 'Business',
    idNumber: 'ID number',
    cardNumber: 'Card number',
    phone: 'Phone',
    customerNo: 'Customer no.',
  },
  fields: 'Which field tells what',
  fieldsHint:
    'A field or column name; inner ones with dots, such as data.card.no or rows.0.id; where there are no names, the place from 0 on. Leave empty what the machine does not tell. ID comes before customer number, card and phone; where it is not there, the names that common readers use are looked for (its check digit must be right).',
  words: "The machine's words for a business",
  wordsHint: 'A word that is not here counts as other; no word at all as an enquiry.',
  word: 'Word {{n}}',
  wordMeans: 'Business for “{{word}}”',
  addWord: 'Add a row',
  removeWord: 'Remove “{{word}}”',
  url: 'Address',
  urlWrong: 'This PC only: ws://127.0.0.1:port, ws://localhost:port or ws://[::1]:port',
  greeting: 'Send once connected',
  greetingHint: 'Most readers need nothing',
  repeatSeconds: 'Send it again after (seconds)',
  repeatHint:
    'For services that answer only when asked; they are asked again after each answer too. 0 sends it once',
  folder: 'Folder: {{name}}',
  noFolderYet: 'No folder chosen yet',
  chooseFolder: 'Choose a folder',
  waitingFiles: 'JSON and CSV files in it that will be read and moved once this is saved and on: {{count}}.',
  try: 'Try a message',
  tryIt: 'Show how it is read',
  tryHint: {
    wedge: 'Paste what was scanned. It is only shown; nobody is noted as arrived.',
    reader: 'Paste one message of the reader. It is only shown; nobody is noted as arrived.',
    folder: 'Paste the content of a file. It is only shown; nobody is noted as arrived.',
  },
  tryExample: {
    wedge: 'A017',
    reader: '{"ticket":"A017","business":"wealth"}',
    folder: 'ticket,business\nA017,wealth',
  },
  ticketNamed: 'ticket {{ticket}}',
  noTicket: 'no ticket',
  noBusiness: 'no business given',
  noKey: 'nobody named',
  events: 'Last 50',
  noEvents: 'Nothing yet',
  noEventsHelp: {
    hand: "Today's arrivals typed by hand will be listed here.",
    wedge: 'Switch it on and scan a ticket; what becomes of it is listed here.',
    reader: 'Switch it on and put a document on the reader; what becomes of it is listed here.',
    folder: 'Switch it on and draw a ticket; what becomes of it is listed here.',
    simulator: 'Start a replay; each arrival is listed here.',
  },
  at: 'Time',
  outcome: 'Outcome',
  knownBy: 'Known by',
  happened: {
    arrived: 'Arrived',
    joined: 'Joined an open visit',
    unknown: 'Stranger (number not found)',
    unreadable: 'Not understood',
  },
  why: {
    encoding: 'neither UTF-8, UTF-16 nor GB18030 text',
    notJson: 'nothing that can be read (JSON, XML, name=value, values between bars), or not all of it came',
    notTable: 'no table with a header',
    badColumns:
      'the columns of this line are not those of the header; note the arrival by hand and look at the file in bad',
    noFields: 'none of the fields is there; check their names',
    badValues: 'neither a ticket nor a number',
    tooLong: 'too long',
    tooMany: 'more than 500 rows at once',
    'ticket-taken': "another person's ticket, or a visit that is over",
  },
  scanned: {
    arrived: 'Arrived {{name}}',
    joined: 'Joined the open visit {{name}}',
    unknown: 'Noted as a stranger; the number was not found {{name}}',
    unreadable: 'Not understood, so nothing was noted. Scan again, or press N in the lobby.',
    cut: 'The scan had no end, so nothing was noted. Scan again; if this stays so, check the scanner’s Suffix in Settings.',
  },
  morning: { arrivals: 'Arrivals', minutes: 'Real minutes', compression: 'Times faster', seed: 'Seed' },
  start: 'Start the replay',
  stop: 'Stop',
  arrived: 'Arrived {{arrived}} of {{planned}}',
  notHere:
    'This is no demo branch, so nothing is replayed: nobody may stand in a real lobby who did not come.',
}

/** What each of its refusals means and what to do next. */
export const errors = {
  notLocal:
    'Only a reader service on this PC is listened to: ws://127.0.0.1, ws://localhost or ws://[::1]. Nothing was connected; change the address and save.',
  readerRefused:
    'The reader service does not answer. Make sure its program runs and the port is right; it is tried again in {{seconds}} s. Arrivals can be typed meanwhile.',
  readerLost:
    'The connection to the reader service broke; arrivals so far are kept. It is tried again in {{seconds}} s. If it stays away, restart the reader program.',
  noFolder: 'No folder is chosen, so nothing was switched on. Choose the folder the queue machine writes to.',
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
}

/** Its actions as the audit names them. */
export const actions = {
  configure: 'Set an arrival source',
  rehearse: 'Replayed a morning',
  unreadable: 'An arrival source said something unreadable',
}
