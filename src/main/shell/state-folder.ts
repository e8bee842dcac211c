import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { OWNER_ONLY_FOLDER } from '../vault/durable-file.ts'

/**
 * Where Chromium keeps what it writes before it shows anything: beside the data. Where nothing can be written there it
 * is a folder of this start alone, because without one the process would end before a window can say what is wrong.
 */
export function stateFolder(dataFolder: string, name: string, app: App): string {
  const beside = join(dataFolder, name)
  try {
    mkdirSync(beside, { recursive: true, mode: OWNER_ONLY_FOLDER })
    accessSync(beside, constants.W_OK)
    return beside
  } catch {
    return mkdtempSync(join(app.getPath('temp'), 'huiyan-'))
  }
}
