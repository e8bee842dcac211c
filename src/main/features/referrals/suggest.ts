import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReferralCandidate, ReferralSuggestion } from '../../../shared/contract/referrals.ts'
import { compareByLoad } from '../../../shared/domain/work/referral.ts'
import { type RouteRole, routeFor, whoGets } from '../../../shared/domain/work/routing.ts'
import type { ReadContext } from '../../engine/context.ts'
import { type LoadedStaff, workLoads } from '../../records/staff/work-load.ts'
import { readRoutes } from './routes.ts'
import { personOf, requireSubject } from './subject.ts'

/** The likeliest receivers first: managers, then the lobby, then the head; another teller has a counter to serve. */
const LIKELY = ['rm', 'lobby', 'head', 'teller'] as const satisfies readonly RouteRole[]

/**
 * Who would get this person, and who else could (I4): whose customer it is already first, then the table's choice and its
 * backup, then everybody else with the load each of them has.
 * @throws AppError `customers.notFound`, `referrals.noSubject`
 */
export function suggest(context: ReadContext, input: ParsedInputOf<'referrals.suggest'>): ReferralSuggestion {
  const { connection, staff } = context
  const subject = requireSubject(connection, input)
  const { value } = subject
  const ownerNo = personOf(subject)?.ownerNo ?? null
  const others = workLoads(connection).filter(({ no }) => no !== staff.no)
  const { receiver, backup, by } = whoGets(routeFor(readRoutes(connection), value, input.level), others)
  const placed = others.map((person) => ({
    person,
    place: placeOf(person, [ownerNo, receiver?.no, backup?.no]),
  }))
  placed.sort((a, b) => a.place - b.place || compareByLoad(a.person, b.person))
  return {
    value,
    level: input.level,
    by,
    candidates: placed.map(({ person, place }) => ({ ...person, suggested: suggestedAt(place) })),
  }
}

const SUGGESTED = ['owner', 'first', 'backup'] as const satisfies readonly ReferralCandidate['suggested'][]

/** @param suggestedNos in the order of `SUGGESTED` */
function placeOf({ no, role }: LoadedStaff, suggestedNos: readonly (string | null | undefined)[]): number {
  const at = suggestedNos.indexOf(no)
  return at >= 0 ? at : SUGGESTED.length + LIKELY.indexOf(role)
}

function suggestedAt(place: number): ReferralCandidate['suggested'] {
  return SUGGESTED[place] ?? null
}
