import type { CivilDate } from '../calendar/civil-date.ts'
import { surnameLengthOf } from '../text/surnames.ts'
import { type IntentLevel, LEVELS } from './intent.ts'

/** How a stranger is addressed: 先生, 女士, or as nobody knows yet. */
export const LEAD_TITLES = ['mr', 'ms', 'other'] as const
export type LeadTitle = (typeof LEAD_TITLES)[number]

/** Where a lead comes from (L8). */
export const LEAD_SOURCES = ['branch', 'event', 'online', 'introduced'] as const
export type LeadSource = (typeof LEAD_SOURCES)[number]

/** The pipeline (L8): 新线索, 已联系, 已确认, 已转化 or 未成. */
export const LEAD_STATES = ['new', 'contacted', 'qualified', 'converted', 'lost'] as const
export type LeadState = (typeof LEAD_STATES)[number]
export const OPEN_LEAD_STATES = ['new', 'contacted', 'qualified'] as const
export type OpenLeadState = (typeof OPEN_LEAD_STATES)[number]

/** Why a lead was lost. Our own default. */
export const LOST_REASONS = [
  'no-need',
  'price',
  'elsewhere',
  'unreachable',
  'not-eligible',
  'declined',
  'mistaken',
] as const
export type LostReason = (typeof LOST_REASONS)[number]

/**
 * The states that may follow each state. Our own default. The same state again means another contact with a new date. Only
 * a qualified lead can be converted, because credit is given on qualified (L8). A closed lead stays closed: whoever comes
 * again is a new lead.
 */
const MOVES: Readonly<Record<LeadState, readonly LeadState[]>> = {
  new: ['contacted', 'qualified', 'lost'],
  contacted: ['contacted', 'qualified', 'lost'],
  qualified: ['qualified', 'converted', 'lost'],
  converted: [],
  lost: [],
}

export function leadMoves(from: LeadState): readonly LeadState[] {
  return MOVES[from]
}

export function isOpenLead(state: LeadState): state is OpenLeadState {
  return OPEN_LEAD_STATES.some((open) => open === state)
}

/** What tells one stranger from the next. */
export interface Stranger {
  readonly surname: string
  /** The whole number, digits only. */
  readonly phone: string | null
  /** The last four digits. */
  readonly phoneTail: string | null
  readonly ticket: string | null
  /** The visit in the lobby that they were entered from. */
  readonly visitUid: string | null
}

export type SameKeyKind = 'phone' | 'name' | 'ticket' | 'visit'

/**
 * By what two leads are the same stranger (L7): the whole phone; else surname and tail; else the day's ticket;
 * else, of whoever drew none, the visit.
 * Null where nothing is known that could tell.
 */
export function sameKey(stranger: Stranger, on: CivilDate): { kind: SameKeyKind; key: string } | null {
  const { surname, phone, phoneTail, ticket, visitUid } = stranger
  if (phone !== null) return { kind: 'phone', key: `phone:${phone}` }
  if (phoneTail !== null) return { kind: 'name', key: `name:${surname}:${phoneTail}` }
  if (ticket !== null) return { kind: 'ticket', key: `ticket:${on}:${ticket}` }
  return visitUid === null ? null : { kind: 'visit', key: `visit:${visitUid}` }
}

/** Put behind a surname before it is measured, so that 欧阳 counts as a compound surname, as before a given name. */
const ANY_GIVEN_NAME = '某'

/** The surname of what was typed, which may be a whole name; a lead keeps no more of it than it needs. */
export function surnameOf(name: string): string {
  const points = [...name]
  return points.slice(0, surnameLengthOf(name + ANY_GIVEN_NAME) || points.length).join('')
}

/** Whether a wish is as strong as an earlier one or stronger; the lead then takes its product and level from it. */
export function isAsStrong(wish: IntentLevel, earlier: IntentLevel): boolean {
  return LEVELS.indexOf(wish) <= LEVELS.indexOf(earlier)
}
