import type { HandlersOf } from '../../engine/handlers.ts'
import { view } from './view.ts'

export const homeHandlers: HandlersOf<'home'> = {
  'home.view': view,
}
