import type { SessionController } from '../../session/session-controller.ts'
import type { Dialogs } from '../dialogs.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

const REGISTER_KIND = { extension: 'csv' } as const

/** The register of consents on its way out: the engine writes the file that the user chose, and records why. */
export function consentTasks(sessions: SessionController, dialogs: Dialogs): ShellTasksOf<'consents'> {
  return {
    'consents.exportOne': async ({ customerUid, reason, language }, sender) => {
      const path = await dialogs.saveFile(sender, 'consents.csv', REGISTER_KIND)
      if (path === null) return { saved: false }
      const { engine, staff } = sessions.opened()
      await engine.job('consents.export', { path, customerUid, reason, language }, staff).done
      return { saved: true }
    },
    'consents.exportAll': async ({ reason, language }, sender) => {
      const path = await dialogs.saveFile(sender, 'consents.csv', REGISTER_KIND)
      if (path === null) return { saved: false, rows: 0 }
      const { engine, staff } = sessions.opened()
      const input = { path, customerUid: null, reason, language }
      const { rows } = await engine.job('consents.export', input, staff).done
      return { saved: true, rows }
    },
  }
}

/** Long work of the head's page: it runs on the writer in short steps, so that nobody at a counter waits for it. */
export function privacyTasks(sessions: SessionController): ShellTasksOf<'privacy'> {
  return {
    'privacy.retain': ({ planned }) => {
      const { engine, staff } = sessions.opened()
      return engine.job('privacy.retain', { planned }, staff).done
    },
  }
}
