import { join } from 'node:path'
import type { WebPreferences } from 'electron'

/** The same for every window: sandboxed, isolated, no Node, one preload. */
export function webPreferences(outFolder: string): WebPreferences {
  return {
    preload: join(outFolder, 'preload', 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  }
}
