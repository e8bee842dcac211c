import type { HandlersOf } from '../../engine/handlers.ts'
import { report } from './report.ts'
import { respond } from './respond.ts'
import { show } from './show.ts'

export const promptsHandlers: HandlersOf<'prompts'> = {
  'prompts.show': show,
  'prompts.respond': respond,
  'prompts.report': report,
}
