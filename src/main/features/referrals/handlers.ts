import type { HandlersOf } from '../../engine/handlers.ts'
import { acceptMany, declineMany } from './answer-many.ts'
import { bounce, nextBounceAt } from './bounce.ts'
import { list } from './list.ts'
import { accept, advance, decline, withdraw } from './move.ts'
import { offer } from './offer.ts'
import { preview } from './preview.ts'
import { readRoutes, saveRoutes } from './routes.ts'
import { suggest } from './suggest.ts'

export const referralsHandlers: HandlersOf<'referrals'> = {
  'referrals.offer': offer,
  'referrals.accept': accept,
  'referrals.decline': decline,
  'referrals.acceptMany': acceptMany,
  'referrals.declineMany': declineMany,
  'referrals.advance': advance,
  'referrals.withdraw': withdraw,
  'referrals.list': list,
  'referrals.suggest': suggest,
  'referrals.routes': ({ connection }) => readRoutes(connection),
  'referrals.saveRoutes': saveRoutes,
  'referrals.preview': preview,
  'referrals.bounce': bounce,
  'referrals.nextBounceAt': nextBounceAt,
}
