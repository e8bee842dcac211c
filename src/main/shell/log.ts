import { catchUncaught, openLog } from '../diagnosis/log-file.ts'
import { ProgramWatch } from '../diagnosis/program-watch.ts'

/**
 * A small log for the help desk: starts, failures, what took long, and errors that nobody caught. Nothing that a customer
 * or a member of staff typed or is shown goes into it: what operations refuse is answered to the window and not written
 * here, and of an error only its name and its lines.
 * @param nowAt reads the clock, UTC milliseconds
 */
export function startLog(dataFolder: string, nowAt: () => number): ProgramWatch {
  const log = openLog({ dataFolder, of: 'huiyan', console: 'warn' })
  const watch = new ProgramWatch(log, nowAt)
  catchUncaught((error) => watch.uncaught(error))
  log.info('start')
  return watch
}
