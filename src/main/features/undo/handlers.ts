import type { HandlersOf } from '../../engine/handlers.ts'
import { newest } from './newest.ts'
import { take } from './take.ts'
import { today } from './today.ts'

export const undoHandlers: HandlersOf<'undo'> = {
  'undo.newest': newest,
  'undo.take': take,
  'undo.today': today,
}
