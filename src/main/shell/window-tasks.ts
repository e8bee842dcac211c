import { versions } from 'node:process'
import { app, type BrowserWindow } from 'electron'
import { type Dialogs, sessionDialogs } from '../ipc/dialogs.ts'
import type { ShellTasksOf, WindowTasks } from '../ipc/shell-tasks.ts'
import type { TimeKeeper } from '../scheduler/time-keeper.ts'
import type { SessionController } from '../session/session-controller.ts'
import type { ListPrinter } from './list-printer.ts'
import { listTasks } from './list-tasks.ts'
import { stripTasks } from './strip-tasks.ts'
import type { StripWindow } from './strip-window.ts'
import type { Tray } from './tray.ts'

export interface WindowParts {
  readonly sessions: SessionController
  readonly dialogs: Dialogs
  readonly printer: ListPrinter
  readonly strip: StripWindow
  readonly keeper: TimeKeeper
  readonly tray: Tray
  workstation(): BrowserWindow
}

/** Everything behind the router that needs a window. */
export function windowTasks({
  sessions,
  dialogs,
  printer,
  strip,
  keeper,
  tray,
  workstation,
}: WindowParts): WindowTasks {
  return {
    ...listTasks(() => sessions.opened(), printer, sessionDialogs(sessions, dialogs)),
    ...stripTasks(strip, workstation, sessions.publish),
    ...noticeTasks(keeper, tray),
    'session.appInfo': () => ({
      version: app.getVersion(),
      electron: versions.electron,
      dataFolder: sessions.dataFolder,
    }),
  }
}

/** The switch 服务中, and the language of what the system says. */
function noticeTasks(keeper: TimeKeeper, tray: Tray): ShellTasksOf<'notices'> {
  return {
    'notices.serving': ({ on }) => {
      if (on !== null) keeper.serve(on)
      return { on: keeper.serving }
    },
    'notices.speak': ({ language }) => {
      tray.speak(language)
      return null
    },
  }
}
