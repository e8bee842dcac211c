import { LOBBY_LETTER, MOVE_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { VISIT_MOVES, type VisitMove } from '../../../shared/domain/lobby/visit.ts'
import { digitOf } from '../../ui/physical-keys.ts'

/** What a key means while the board has the focus. */
export type BoardKey =
  | { readonly kind: 'move'; readonly move: VisitMove }
  | { readonly kind: 'identify' }
  | { readonly kind: 'part' }
  | { readonly kind: 'arrival' }

const KEYS: ReadonlyMap<string, BoardKey> = new Map<string, BoardKey>([
  ...VISIT_MOVES.map((move): [string, BoardKey] => [`Key${MOVE_LETTER[move]}`, { kind: 'move', move }]),
  [`Key${LOBBY_LETTER.identify}`, { kind: 'identify' }],
  [`Key${LOBBY_LETTER.part}`, { kind: 'part' }],
  [`Key${LOBBY_LETTER.arrival}`, { kind: 'arrival' }],
])

/**
 * Reads a key by its place on the keyboard, so that neither an input method nor Caps Lock changes it.
 * @param code `KeyboardEvent.code`
 */
export function boardKey(code: string): BoardKey | null {
  return KEYS.get(code) ?? null
}

/** Which of somebody's tickets a digit names while the board asks for one; null for any other key. */
export function ticketOfKey(code: string, tickets: readonly string[]): string | null {
  const digit = Number(digitOf(code))
  return tickets[digit - 1] ?? null
}
