import type { ArrivalStation } from '../arrivals/arrival-station.ts'
import type { ProgramWatch } from '../diagnosis/program-watch.ts'
import type { SessionController } from '../session/session-controller.ts'
import { type Dialogs, sessionDialogs } from './dialogs.ts'
import { IpcRouter } from './router.ts'
import { RunningImports } from './running-imports.ts'
import { RunningSurveys } from './running-surveys.ts'
import type { TrustsSender, WindowTasks } from './shell-tasks.ts'
import { arrivalTasks } from './tasks/arrivals.ts'
import { auditTasks } from './tasks/audit.ts'
import { diagnosisTasks, type RuntimeVersions } from './tasks/diagnosis.ts'
import { type ExtractReading, importTasks } from './tasks/imports.ts'
import { listFileTasks } from './tasks/lists.ts'
import { consentTasks, privacyTasks } from './tasks/privacy.ts'
import { sessionTasks } from './tasks/session.ts'
import { staffTasks } from './tasks/staff.ts'

export interface HouseholdParts {
  readonly sessions: SessionController
  readonly trustsSender: TrustsSender
  readonly dialogs: Dialogs
  /** The machines that tell who came. */
  readonly station: ArrivalStation
  /** Loaded when an import is first prepared: nobody waits for it at the start. */
  loadReading(): Promise<ExtractReading>
  readonly watch: ProgramWatch
  readonly versions: RuntimeVersions
  /** What needs a window. */
  readonly windowTasks: WindowTasks
}

/** Puts the router together: who is at the counter, and every task that the engine does not do. */
export function createRouter(parts: HouseholdParts): IpcRouter {
  const { sessions, trustsSender, station, loadReading, windowTasks, watch } = parts
  const dialogs = sessionDialogs(sessions, parts.dialogs)
  const tasks = {
    ...sessionTasks(sessions),
    ...staffTasks(sessions),
    ...consentTasks(sessions, dialogs),
    ...auditTasks(sessions),
    ...privacyTasks(sessions),
    ...listFileTasks(sessions, dialogs),
    ...importTasks({
      sessions,
      dialogs,
      loadReading,
      running: new RunningImports(sessions),
      surveys: new RunningSurveys(sessions),
    }),
    ...diagnosisTasks(parts),
    ...arrivalTasks({ sessions, dialogs, station }),
    ...windowTasks,
  }
  return new IpcRouter({ sessions, tasks, trusts: trustsSender, watch })
}
