import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { SessionController } from '../session/session-controller.ts'
import type { Sender } from './shell-tasks.ts'

export interface FileKind {
  /** The ending without its dot: `json`, `csv`. */
  readonly extension: string
}

/** The system's file dialogs. Paths stay on this side of the router; null means that the user thought better of it. */
export interface Dialogs {
  chooseFolder(sender: Sender): Promise<string | null>
  /** All chosen files lie in one folder, because one dialog shows one folder. */
  chooseFiles(sender: Sender): Promise<readonly string[] | null>
  saveFile(sender: Sender, suggestedName: string, kind: FileKind): Promise<string | null>
  openFile(sender: Sender, kind: FileKind): Promise<string | null>
}

/**
 * Dialogs whose answer counts only in the session that asked. A dialog stays on the screen when its user signs out or
 * the screen locks; whoever presses Save an hour later must not do it in the name, or with the rights, of who sits there
 * by then. Throws `session.signedOut` or `session.locked`, before the dialog is shown and when it is answered.
 */
export function sessionDialogs(sessions: SessionController, dialogs: Dialogs): Dialogs {
  const ask = async <T>(show: () => Promise<T>): Promise<T> => {
    const { engine } = sessions.opened()
    const answer = await show()
    if (sessions.opened().engine !== engine) throw new AppError('session.signedOut')
    return answer
  }
  return {
    chooseFolder: (sender) => ask(() => dialogs.chooseFolder(sender)),
    chooseFiles: (sender) => ask(() => dialogs.chooseFiles(sender)),
    saveFile: (sender, suggestedName, kind) => ask(() => dialogs.saveFile(sender, suggestedName, kind)),
    openFile: (sender, kind) => ask(() => dialogs.openFile(sender, kind)),
  }
}
