import type { EngineName, EngineWriteName, ParsedInputOf, ResultOf } from '../../shared/contract/index.ts'
import type { VisitIdentity } from '../../shared/contract/lobby.ts'

type Shows = { readonly [N in EngineName]?: (answer: ResultOf<N>) => readonly string[] }
type WorksWith = { readonly [N in EngineWriteName]?: (input: ParsedInputOf<N>) => string | null }

const lines = ({ lines }: { readonly lines: readonly { readonly uid: string }[] }) =>
  lines.map(({ uid }) => uid)
const ofCustomer = ({ customerUid }: { readonly customerUid: string | null }) => customerUid
const identified = ({ who }: { readonly who: VisitIdentity }) =>
  who.kind === 'customer' ? who.customerUid : null

/** Which answers to a name show people. */
const SHOWS: Shows = {
  'customers.search': lines,
  'customers.found': lines,
}

/**
 * Which calls open, receive or work with a customer, each with a link of the audit that names them: the end that an honest
 * search leads to. A test asks the contract for every other call that names one.
 */
const WORKS_WITH: WorksWith = {
  'customers.open': ({ uid }) => uid,
  'customers.reveal': ({ uid }) => uid,
  'consents.record': ofCustomer,
  'followups.note': ofCustomer,
  'followups.record': ofCustomer,
  'intents.flag': ofCustomer,
  'lobby.arrive': identified,
  'lobby.identify': identified,
  'referrals.offer': ofCustomer,
}

/** The customers that an answer showed. @param answer what the engine answered to this very operation */
export function peopleShownBy(name: EngineName, answer: unknown): readonly string[] {
  const shows = SHOWS[name] as ((answer: unknown) => readonly string[]) | undefined
  return shows === undefined ? [] : shows(answer)
}

/** The customer that a call was about, null where it is about none. @param input as the operation's schema read it */
export function personWorkedWith(name: EngineName, input: unknown): string | null {
  const of = (WORKS_WITH as { readonly [N in EngineName]?: unknown })[name] as
    | ((input: unknown) => string | null)
    | undefined
  return of === undefined ? null : of(input)
}
