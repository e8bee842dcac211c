import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReferralCandidate, ReferralSuggestion } from '../../../shared/contract/referrals.ts'
import { compareByLoad } from '../../../shared/domain/work/referral.ts'
import { type RouteRole, routeFor, whoGets } from '../../../shared/domain/work/routing.ts'
import type { ReadContext } from '../../engine/context.ts'
import { type LoadedStaff, workLoads } from '../../records/staff/work-load.ts'
import { readRoutes } from './routes.ts'
import { requireSubject } from './subject.ts'

/** The likeliest receivers first: managers, then the lobby, then the head; another teller has a counter to serve. */
const LIKELY = ['rm', 'lobby', 'head', 'teller'] as const satisfies readonly RouteRole[]

/**
 * Who would get this person, and who else could (I4): the table's choice first, its backup second, then everybody else
 * with the load each of them has.
 * @throws AppError `customers.notFound`, `referrals.noSubject`
 */
export function suggest(context: ReadContext, input: ParsedInputOf<'referrals.suggest'>): ReferralSuggestion {
  const { connection, staff } = context
  const { value } = requireSubject(connection, input)
  const others = workLoads(connection).filter(({ no }) => no !== staff.no)
  const { receiver, backup, by } = whoGets(routeFor(readRoutes(connection), value, input.level), others)
  const placed = others.map((person) => ({ person, place: placeOf(person, receiver?.no, backup?.no) }))
  placed.sort((a, b) => a.place - b.place || compareByLoad(a.person, b.person))
  return {
    value,
    level: input.level,
    by,
    candidates: placed.map(({ person, place }) => ({ ...person, suggested: suggestedAt(place) })),
  }
}

function placeOf(
  { no, role }: LoadedStaff,
  firstNo: string | undefined,
  backupNo: string | undefined,
): number {
  if (no === firstNo) return 0
  if (no === backupNo) return 1
  return 2 + LIKELY.indexOf(role)
}

function suggestedAt(place: number): ReferralCandidate['suggested'] {
  if (place === 0) return 'first'
  return place === 1 ? 'backup' : null
}
