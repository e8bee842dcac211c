import { leastLoadedOf } from '../../../shared/domain/work/referral.ts'
import type { RouteRole } from '../../../shared/domain/work/routing.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { workLoads } from './work-load.ts'

/**
 * Who gets a new piece of work where nobody has a right to it (F1, I4): of the first of these roles that anybody active
 * has, whoever has the least open work of every kind: intents, leads and referrals together.
 * @param roles in the order in which they are asked
 * @returns undefined where the branch has nobody of these roles
 */
export function leastLoaded(connection: ReadConnection, roles: readonly RouteRole[]): string | undefined {
  return leastLoadedOf(workLoads(connection), roles)?.no
}
