import type { SessionController } from '../../session/session-controller.ts'
import type { Dialogs } from '../dialogs.ts'
import type { ShellTasks } from '../shell-tasks.ts'

const LIST_KIND = { extension: 'csv' } as const

/** A list on its way out: the engine writes the file that the user chose, and records why. */
export function listFileTasks(
  sessions: SessionController,
  dialogs: Dialogs,
): Pick<ShellTasks, 'lists.export'> {
  return {
    'lists.export': async ({ request, reason, language }, sender) => {
      const path = await dialogs.saveFile(sender, `${request.list}.csv`, LIST_KIND)
      if (path === null) return { saved: false, rows: 0 }
      const { engine, staff } = sessions.opened()
      const { rows } = await engine.job('lists.export', { path, request, reason, language }, staff).done
      return { saved: true, rows }
    },
  }
}
