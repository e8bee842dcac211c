import { DEFAULT_SETTINGS } from '../../../shared/domain/branch/settings.ts'
import type { WaitSteps } from '../../../shared/domain/lobby/visit.ts'
import { useOperation } from '../../ipc/operations.ts'

/** From how many minutes on this branch marks a wait (L1). */
export function useWaitSteps(): WaitSteps {
  const { waitWarnMinutes, waitLongMinutes } = useOperation('settings.get', {}).data ?? DEFAULT_SETTINGS
  return { warnMinutes: waitWarnMinutes, longMinutes: waitLongMinutes }
}
