import type { IntentSort } from '../../../shared/contract/intents.ts'
import { compareByGrid } from '../../../shared/domain/work/followup-order.ts'
import type { OpenWork } from './open-work.ts'

type Compare = (a: OpenWork, b: OpenWork) => number

/** The orders of lists of open work; what is equal stands by the grid (I3). Who was never contacted comes first. */
export const WORK_ORDERS: Readonly<Record<IntentSort, Compare>> = {
  grid: compareByGrid,
  due: (a, b) => compareText(a.nextOn, b.nextOn) || compareByGrid(a, b),
  contact: (a, b) => compareText(a.lastContactOn ?? '', b.lastContactOn ?? '') || compareByGrid(a, b),
  owner: (a, b) => compareText(a.ownerNo, b.ownerNo) || compareByGrid(a, b),
}

/** An order, or the same the other way round. */
export function ordered(usual: Compare, reversed: boolean): Compare {
  return reversed ? (a, b) => usual(b, a) : usual
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
