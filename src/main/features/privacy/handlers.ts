import type { HandlersOf } from '../../engine/handlers.ts'
import { accessLog } from './access-log.ts'
import { countGuess } from './count-guess.ts'
import { dayOfViewing } from './day.ts'
import { retentionPlan } from './retention-plan.ts'
import { waitForName, weighGuess } from './weigh-guess.ts'

export const privacyHandlers: HandlersOf<'privacy'> = {
  'privacy.day': dayOfViewing,
  'privacy.accessLog': accessLog,
  'privacy.retentionPlan': retentionPlan,
  'privacy.weighGuess': weighGuess,
  'privacy.waitForName': waitForName,
  'privacy.countGuess': countGuess,
}
