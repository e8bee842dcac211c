import type { HandlersOf } from '../../engine/handlers.ts'
import { record } from './record.ts'
import { register } from './register.ts'

export const consentsHandlers: HandlersOf<'consents'> = {
  'consents.register': register,
  'consents.record': record,
}
