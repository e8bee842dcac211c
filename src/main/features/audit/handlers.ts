import type { HandlersOf } from '../../engine/handlers.ts'
import { list } from './list.ts'
import { record } from './record.ts'
import { verify } from './verify.ts'

export const auditHandlers: HandlersOf<'audit'> = {
  'audit.list': list,
  'audit.verify': verify,
  'audit.record': record,
}
