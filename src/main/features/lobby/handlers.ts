import type { HandlersOf } from '../../engine/handlers.ts'
import { advance } from './advance.ts'
import { arrive } from './arrive.ts'
import { board, visitOf } from './board.ts'
import { firstContact } from './first-contact.ts'
import { identify } from './identify.ts'
import { part } from './part.ts'
import { report } from './report.ts'

export const lobbyHandlers: HandlersOf<'lobby'> = {
  'lobby.board': (context) => board(context),
  'lobby.visitOf': (context, { customerUid }) => visitOf(context, customerUid),
  'lobby.arrive': arrive,
  'lobby.identify': identify,
  'lobby.advance': advance,
  'lobby.part': part,
  'lobby.firstContact': firstContact,
  'lobby.report': report,
}
