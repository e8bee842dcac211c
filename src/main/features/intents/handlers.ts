import type { HandlersOf } from '../../engine/handlers.ts'
import { close } from './close.ts'
import { flag } from './flag.ts'
import { list } from './list.ts'
import { reassign } from './reassign.ts'

export const intentsHandlers: HandlersOf<'intents'> = {
  'intents.flag': flag,
  'intents.close': close,
  'intents.reassign': reassign,
  'intents.list': list,
}
