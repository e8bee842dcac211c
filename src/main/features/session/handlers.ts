import type { HandlersOf } from '../../engine/handlers.ts'

export const sessionHandlers: HandlersOf<'session'> = {
  'session.whoami': ({ staff }) => staff,
}
