import type { HandlersOf } from '../../engine/handlers.ts'
import { layouts, saveLayout } from './layouts.ts'

export const listsHandlers: HandlersOf<'lists'> = {
  'lists.layouts': layouts,
  'lists.saveLayout': saveLayout,
}
