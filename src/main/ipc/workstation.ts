import type { DeskOptions } from './desk-options.ts'
import type { Dialogs } from './dialogs.ts'
import { Door } from './door.ts'
import type { ExtractReading } from './extract-reading.ts'
import { RunningImports } from './running-imports.ts'
import type { TrustsSender } from './sender.ts'
import { SessionDesk } from './session-desk.ts'
import type { WindowTasks } from './shell-tasks.ts'
import { importTasks } from './tasks/imports.ts'
import { sessionTasks } from './tasks/session.ts'
import { staffTasks } from './tasks/staff.ts'

export interface WorkstationParts {
  readonly desk: DeskOptions
  readonly dialogs: Dialogs
  readonly reading: ExtractReading
  readonly trusts: TrustsSender
  /** What needs a window; it gets the desk, because printing asks the engine too. */
  readonly windowTasks: (desk: SessionDesk) => WindowTasks
}

export interface Workstation {
  readonly desk: SessionDesk
  readonly door: Door
}

/** Puts the door together: who is at the desk, and every task that the engine does not do. */
export function createWorkstation(parts: WorkstationParts): Workstation {
  const desk = new SessionDesk(parts.desk)
  const running = new RunningImports(parts.desk.dataFolder, parts.desk.publish)
  const tasks = {
    ...sessionTasks(desk),
    ...staffTasks(desk),
    ...importTasks({ desk, dialogs: parts.dialogs, reading: parts.reading, running }),
    ...parts.windowTasks(desk),
  }
  return { desk, door: new Door({ desk, tasks, trusts: parts.trusts }) }
}
