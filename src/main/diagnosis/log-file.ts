import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
// The flavour for plain Node: the other one listens on a channel of its own, and windows have nothing to log.
import log from 'electron-log/node.js'
import { OWNER_ONLY, OWNER_ONLY_FOLDER } from '../engine/owner-only.ts'

/** Inside the data folder. */
export const LOG_FOLDER = 'logs'
const KEPT_BYTES = 1024 * 1024

/** Where lines for the help desk go. */
export interface LogLines {
  info(line: string): void
  warn(line: string): void
  error(line: string): void
}

export interface LogPlace {
  readonly dataFolder: string
  /** Windows and the command line may run at once and each roll their own file. */
  readonly of: 'huiyan' | 'command-line'
  /** From which level on lines also go to the process's own output; false where that is read by a program. */
  readonly console: 'warn' | false
}

/** A small log: it is begun anew at one megabyte, and the one before it is kept. Written when there is something to write. */
export function openLog({ dataFolder, of, console }: LogPlace): LogLines {
  const own = log.create({ logId: of })
  let isClosed = false
  own.transports.file.resolvePathFn = () => {
    const folder = join(dataFolder, LOG_FOLDER)
    if (!isClosed) closeToOthers(folder)
    isClosed = true
    return join(folder, `${of}.log`)
  }
  own.transports.file.maxSize = KEPT_BYTES
  own.transports.file.level = 'info'
  own.transports.file.writeOptions = { flag: 'a', mode: OWNER_ONLY, encoding: 'utf8' }
  own.transports.console.level = console
  return own
}

/** The library would make the folder readable for all; folders and files of earlier versions are closed as well. */
function closeToOthers(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })
    chmodSync(folder, OWNER_ONLY_FOLDER)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), OWNER_ONLY)
  } catch {
    // A folder that takes nothing gets no log either, and somebody else's is not ours to close.
  }
}

/** Hands what nobody caught in this process to `uncaught`, and keeps the process alive; the error itself is not logged. */
export function catchUncaught(uncaught: (error: unknown) => void): void {
  log.errorHandler.startCatching({
    showDialog: false,
    onError: ({ error }) => {
      uncaught(error)
      // Its message may quote a value.
      return false
    },
  })
}
