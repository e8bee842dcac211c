import type { Role } from '../../../shared/domain/branch/roles.ts'
import type { SessionDesk } from '../../session/session-desk.ts'
import type { ShellTasksOf } from '../shell-tasks.ts'

/** Who founds a branch in a window both serves customers and keeps the staff list. */
const FOUNDER_ROLE: Role = 'head'

/** Everything about the session but the figures of the runtime, which only the shell knows. */
export function sessionTasks(desk: SessionDesk): Omit<ShellTasksOf<'session'>, 'session.appInfo'> {
  return {
    'session.state': () => desk.view(),
    'session.createBranch': (founding) => desk.createBranch({ ...founding, role: FOUNDER_ROLE }),
    'session.signIn': ({ staffNo, passphrase }) => desk.signIn(staffNo, passphrase),
    'session.unlock': ({ passphrase }) => desk.unlock(passphrase),
    'session.lock': () => desk.lock(),
    'session.signOut': () => desk.signOut(),
    'session.touch': () => {
      desk.touch()
      return null
    },
  }
}
