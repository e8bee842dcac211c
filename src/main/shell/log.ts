import { join } from 'node:path'
import log from 'electron-log/main.js'

const KEPT_BYTES = 1024 * 1024

/**
 * A small log for the help desk: starts, stops, faults and their codes. Nothing that a customer or a member of staff
 * typed or is shown goes into it; refusals carry codes and counts only.
 */
export function startLog(dataFolder: string): void {
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'huiyan.log')
  log.transports.file.maxSize = KEPT_BYTES
  log.transports.file.level = 'info'
  log.transports.console.level = 'warn'
  log.errorHandler.startCatching({ showDialog: false })
  log.info('start')
}
