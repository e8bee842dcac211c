/** The counter strip beside the core-banking window. */
export const strip = {
  title: 'Huiyan · counter strip',
  find: 'Ticket/name/pinyin/tail',
  nobody: "Type a name, pinyin or a number's tail, Enter chooses; Esc goes back to the other program.",
  work: '{{today}} due today · {{overdue}} overdue',
  fold: 'Fold',
  unfold: 'Unfold',
  hide: 'Put the strip away',
  lead: 'F3 Quick lead',
  visitors: 'Visitors who concern me',
  serving: '● Serving {{name}}',
  next: '▸ Next {{name}} ({{count}} waiting)',
  menu: 'Where the strip stands',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  shortcut: 'Shortcut that raises the strip',
  shortcutHint: 'Click, then press the new keys: Ctrl or Alt must be among them.',
  shortcutTaken:
    'Another program holds {{keys}}, so they do not raise the strip. Choose others in Settings, This PC; the code GT works.',
  openInWorkstation: 'Open in the workstation',
  closed: {
    'no-branch': 'There is no branch yet. Create one in the workstation, or open the demo branch.',
    faulty: 'The data cannot be opened. See the workstation for what to do.',
    'signed-out': 'Nobody is signed in. Sign in at the workstation.',
    'passphrase-due': 'Choose your own passphrase at the workstation first.',
    locked: 'Locked. Unlock at the workstation.',
  },
}

/** What each of its refusals means and what to do next. */
export const errors = {
  shortcutTaken:
    'Another program holds {{shortcut}}; the shortcut stays as it was. Choose other keys, or free them in that program.',
}
