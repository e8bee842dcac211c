import { versions } from 'node:process'
import { app, type BrowserWindow } from 'electron'
import type { Dialogs } from '../ipc/dialogs.ts'
import type { SessionDesk } from '../ipc/session-desk.ts'
import type { WindowTasks } from '../ipc/shell-tasks.ts'
import type { ListPrinter } from './list-printer.ts'
import { listTasks } from './list-tasks.ts'
import { stripTasks } from './strip-tasks.ts'
import type { StripWindow } from './strip-window.ts'

export interface WindowParts {
  readonly desk: SessionDesk
  readonly dialogs: Dialogs
  readonly printer: ListPrinter
  readonly strip: StripWindow
  workstation(): BrowserWindow
}

/** Everything behind the door that needs a window. */
export function windowTasks({ desk, dialogs, printer, strip, workstation }: WindowParts): WindowTasks {
  return {
    ...listTasks(() => desk.opened(), printer, dialogs),
    ...stripTasks(strip, workstation, desk.publish),
    'session.appInfo': () => ({
      version: app.getVersion(),
      electron: versions.electron,
      dataFolder: desk.dataFolder,
    }),
  }
}
