import { dirname } from 'node:path'
import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import type { Dialogs } from '../ipc/dialogs.ts'
import type { Sender } from '../ipc/shell-tasks.ts'

const EXTRACTS = [
  {
    name: 'CSV / TSV / XLSX',
    extensions: ['csv', 'tsv', 'txt', 'asc', 'dat', 'unl', 'del', 'gz', 'zip', 'xlsx'],
  },
  { name: '*', extensions: ['*'] },
]

/** The operating system's own dialogs, belonging to the window that asked. */
export const systemDialogs: Dialogs = {
  chooseFolder: async (sender) => (await open(sender, { properties: ['openDirectory'] }))[0] ?? null,
  chooseFiles: async (sender) => {
    const files = await open(sender, { properties: ['openFile', 'multiSelections'], filters: EXTRACTS })
    const folders = new Set(files.map((file) => dirname(file)))
    return files.length === 0 || folders.size !== 1 ? null : files
  },
  openFile: async (sender, { extension }) =>
    (
      await open(sender, {
        properties: ['openFile'],
        filters: [{ name: extension, extensions: [extension] }],
      })
    )[0] ?? null,
  saveFile: async (sender, suggestedName, { extension }) => {
    const options = { defaultPath: suggestedName, filters: [{ name: extension, extensions: [extension] }] }
    const window = windowOf(sender)
    const chosen =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options)
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
  },
}

async function open(sender: Sender, options: OpenDialogOptions): Promise<readonly string[]> {
  const window = windowOf(sender)
  const chosen =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
  return chosen.canceled ? [] : chosen.filePaths
}

function windowOf(sender: Sender): BrowserWindow | null {
  return BrowserWindow.fromId(sender.windowId)
}
