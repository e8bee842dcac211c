import type { HandlersOf } from '../../engine/handlers.ts'
import { tellDue, tellDueAt } from './due-notices.ts'
import { list } from './list.ts'
import { see } from './see.ts'
import { confirmShown, unshown } from './unshown.ts'

export const noticesHandlers: HandlersOf<'notices'> = {
  'notices.list': list,
  'notices.see': see,
  'notices.tellDue': tellDue,
  'notices.tellDueAt': tellDueAt,
  'notices.unshown': unshown,
  'notices.markShown': confirmShown,
}
