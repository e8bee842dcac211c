import type { HandlersOf } from '../../engine/handlers.ts'
import { dayOfViewing } from './day.ts'
import { looks } from './looks.ts'
import { retentionPlan } from './retention-plan.ts'

export const trustHandlers: HandlersOf<'trust'> = {
  'trust.day': dayOfViewing,
  'trust.looks': looks,
  'trust.retentionPlan': retentionPlan,
}
