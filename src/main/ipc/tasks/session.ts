import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { SessionController } from '../../session/session-controller.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

/** Who founds a branch in a window both serves customers and keeps the staff list. */
const FOUNDER_ROLE: Role = 'head'

/** Everything about the session but the figures of the runtime, which only the shell knows. */
export function sessionTasks(sessions: SessionController): Omit<ShellTasksOf<'session'>, 'session.appInfo'> {
  return {
    'session.state': () => sessions.view(),
    'session.createBranch': (founding) => sessions.createBranch({ ...founding, role: FOUNDER_ROLE }),
    'session.signIn': ({ staffNo, passphrase }) => sessions.signIn(staffNo, passphrase),
    'session.acceptDoubts': (acceptance) => sessions.acceptDoubts(acceptance),
    'session.unlock': ({ passphrase }) => sessions.unlock(passphrase),
    'session.renewPassphrase': ({ next }) => sessions.renewPassphrase(next),
    'session.lock': () => sessions.lock(),
    'session.signOut': () => sessions.signOut(),
    'session.touch': () => {
      sessions.touch()
      return null
    },
  }
}
