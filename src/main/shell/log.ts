import { join } from 'node:path'
// The flavour for plain Node: the other one listens on a channel of its own, and windows have nothing to log.
import log from 'electron-log/node.js'

const KEPT_BYTES = 1024 * 1024

/**
 * A small log for the help desk: starts, and errors that nobody caught. Nothing that a customer or a member of staff
 * typed or is shown goes into it: what operations refuse is answered to the window and not written here.
 */
export function startLog(dataFolder: string): void {
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'huiyan.log')
  log.transports.file.maxSize = KEPT_BYTES
  log.transports.file.level = 'info'
  log.transports.console.level = 'warn'
  log.errorHandler.startCatching({ showDialog: false })
  log.info('start')
}
