import type { SessionDesk } from '../../session/session-desk.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

/** Long work of the head's page: it runs on the writer in short steps, so that nobody at a counter waits for it. */
export function trustTasks(desk: SessionDesk): ShellTasksOf<'trust'> {
  return {
    'trust.retain': ({ planned }) => {
      const { engine, staff } = desk.opened()
      return engine.job('trust.retain', { planned }, staff).done
    },
  }
}
