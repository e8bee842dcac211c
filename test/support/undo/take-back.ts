import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { DoneStep } from '../../../src/shared/contract/undo.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import type { TestEngine } from '../engine/open-engine.ts'

/** Takes back what somebody did last, as their key does. */
export function takeBack(engine: TestEngine, staff: SessionStaff): DoneStep {
  const newest = engine.run('undo.newest', {}, staff)
  if (newest === null) throw new AppError('undo.nothing')
  return engine.run('undo.take', { operationId: newest.operationId }, staff)
}
