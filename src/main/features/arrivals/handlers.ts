import type { HandlersOf } from '../../engine/handlers.ts'
import { events } from './events.ts'
import { rehearse } from './rehearse.ts'
import { unreadable } from './unreadable.ts'

export const arrivalsHandlers: HandlersOf<'arrivals'> = {
  'arrivals.events': events,
  'arrivals.unreadable': unreadable,
  'arrivals.rehearse': rehearse,
}
