import type { ArrivalStation } from '../arrivals/arrival-station.ts'
import type { ProgramWatch } from '../diagnosis/program-watch.ts'
import type { SessionDesk } from '../session/session-desk.ts'
import { type Dialogs, sessionDialogs } from './dialogs.ts'
import { Door } from './door.ts'
import { RunningImports } from './running-imports.ts'
import type { TrustsSender, WindowTasks } from './shell-tasks.ts'
import { arrivalTasks } from './tasks/arrivals.ts'
import { diagnosisTasks, type RuntimeVersions } from './tasks/diagnosis.ts'
import { type ExtractReading, importTasks } from './tasks/imports.ts'
import { sessionTasks } from './tasks/session.ts'
import { staffTasks } from './tasks/staff.ts'
import { consentTasks, trustTasks } from './tasks/trust.ts'

export interface HouseParts {
  readonly desk: SessionDesk
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

/** Puts the door together: who is at the desk, and every task that the engine does not do. */
export function createDoor(parts: HouseParts): Door {
  const { desk, trustsSender, station, loadReading, windowTasks, watch } = parts
  const dialogs = sessionDialogs(desk, parts.dialogs)
  const tasks = {
    ...sessionTasks(desk),
    ...staffTasks(desk),
    ...consentTasks(desk, dialogs),
    ...trustTasks(desk),
    ...importTasks({ desk, dialogs, loadReading, running: new RunningImports(desk) }),
    ...diagnosisTasks(parts),
    ...arrivalTasks({ desk, dialogs, station }),
    ...windowTasks,
  }
  return new Door({ desk, tasks, trusts: trustsSender, watch })
}
