import { AppError } from '../branch/app-error.ts'
import { type Role, sharesOutWork } from '../branch/roles.ts'
import { MS_PER_MINUTE } from '../calendar/time-of-day.ts'

/** What somebody comes for (L1), in the order of the form. */
export const BUSINESSES = [
  'cash',
  'transfer',
  'account',
  'card',
  'wealth',
  'loan',
  'fx',
  'enquiry',
  'other',
] as const
export type Business = (typeof BUSINESSES)[number]

export const VISIT_STATES = ['waiting', 'serving', 'done', 'left'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** Where an arrival is reported from. */
export const ARRIVAL_SOURCES = ['hand', 'wedge', 'reader', 'folder', 'simulator'] as const
export type ArrivalSource = (typeof ARRIVAL_SOURCES)[number]

/** The state that a step led away from, and who served in it. */
export interface StateBefore {
  readonly state: VisitState
  /** UTC ms. */
  readonly stateAt: number
  readonly servedBy: string | null
}

/** Where a visit stands, since when, and the one state that an undo goes back to. */
export interface VisitStatus {
  readonly state: VisitState
  /** UTC ms. */
  readonly stateAt: number
  readonly before: StateBefore | null
  /** Who serves or served; null while nobody did. */
  readonly servedBy: string | null
}

export const VISIT_MOVES = ['serve', 'finish', 'leave', 'undo'] as const
export type VisitMove = (typeof VISIT_MOVES)[number]

/** Where each move leads from each state; a move that is not here is refused. */
const NEXT: Readonly<Record<VisitState, Partial<Record<Exclude<VisitMove, 'undo'>, VisitState>>>> = {
  waiting: { serve: 'serving', leave: 'left' },
  // Serving somebody who is being served takes them over, as when a customer is sent to another counter.
  serving: { serve: 'serving', finish: 'done', leave: 'left' },
  done: {},
  left: {},
}

export function isOpen(state: VisitState): boolean {
  return state === 'waiting' || state === 'serving'
}

/**
 * A visit after a move (L1): waiting → serving → done or left, and one step back. A visit that
 * somebody serves may be ended or undone by them and by those who share out work; anybody may take it over.
 * @throws AppError `lobby.wrongState`, `lobby.nothingToUndo`, `lobby.servedByOther`
 */
export function moved(
  status: VisitStatus,
  move: VisitMove,
  by: { readonly staffNo: string; readonly role: Role; readonly nowAt: number },
): VisitStatus {
  if (move !== 'serve') requireLeave(status, by)
  if (move === 'undo') return steppedBack(status)
  const state = NEXT[status.state][move]
  if (state === undefined) throw new AppError('lobby.wrongState', { state: status.state, move })
  const { stateAt, servedBy } = status
  const before = { state: status.state, stateAt, servedBy }
  // Taken over: the customer has been served all the while, and one step back is with whoever served before.
  if (state === status.state) return { ...status, before, servedBy: by.staffNo }
  return {
    state,
    stateAt: by.nowAt,
    before,
    servedBy: move === 'serve' ? by.staffNo : servedBy,
  }
}

function steppedBack({ before }: VisitStatus): VisitStatus {
  if (before === null) throw new AppError('lobby.nothingToUndo')
  return { ...before, before: null }
}

function requireLeave(
  { servedBy }: VisitStatus,
  { staffNo, role }: { readonly staffNo: string; readonly role: Role },
): void {
  const free = servedBy === null || servedBy === staffNo || sharesOutWork(role)
  if (!free) throw new AppError('lobby.servedByOther')
}

/** Which moves a window offers somebody; the same rule as `moved`. */
export function movesOf(
  status: VisitStatus,
  by: { readonly staffNo: string; readonly role: Role },
): VisitMove[] {
  return VISIT_MOVES.filter((move) => {
    try {
      moved(status, move, { ...by, nowAt: 0 })
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  })
}

export interface Waiting {
  readonly arrivedAt: number
  /** When the waiting ended; null while it goes on. */
  readonly waitedUntilAt: number | null
}

/** When somebody's waiting ended: with being served, or with leaving unserved. Null while they wait. */
export function waitedUntil({ state, stateAt, before }: VisitStatus): number | null {
  if (state === 'waiting') return null
  // Behind `done` and `left` stands the time at which they came to the counter, where they did.
  return state !== 'serving' && before?.state === 'serving' ? before.stateAt : stateAt
}

/** An instant before the arrival (a source's slow clock) counts as no waiting. Our own default. */
export function waitOf({ arrivedAt, waitedUntilAt }: Waiting, nowAt: number): number {
  return Math.max(0, (waitedUntilAt ?? nowAt) - arrivedAt)
}

/** How long people waited today on average, those who still wait with their time so far; 0 where nobody came. */
export function averageWait(visits: readonly Waiting[], nowAt: number): number {
  if (visits.length === 0) return 0
  return visits.reduce((sum, visit) => sum + waitOf(visit, nowAt), 0) / visits.length
}

/** Full minutes only: 3 分 59 秒 is three minutes. */
export function minutesOf(milliseconds: number): number {
  return Math.floor(milliseconds / MS_PER_MINUTE)
}
