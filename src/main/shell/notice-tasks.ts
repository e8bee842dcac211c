import type { ShellTasksOf } from '../ipc/shell-tasks.ts'
import type { TimeKeeper } from '../scheduler/time-keeper.ts'
import type { Tray } from './tray.ts'

/** The switch 服务中, and the language of what the system says. */
export function noticeTasks(keeper: TimeKeeper, tray: Tray): ShellTasksOf<'notices'> {
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
