import type { Movement } from './movements.ts'
import { at } from './random.ts'

export interface LedgerEntry {
  readonly movement: Movement
  readonly amountFen: number
  readonly balanceFen: number
}

export interface Ledger {
  /** In order of time; each balance is the one before, plus or minus the amount. */
  readonly entries: readonly LedgerEntry[]
  readonly closingFen: number
}

/** Only payments that vary in steps of this size or more take over what earlier ones could not pay; small bills do not. */
const CATCHES_UP_FROM_FEN = 1000

/**
 * Puts movements in order and gives each its balance, so that the account never is below zero and ends at `wantedFen`,
 * or as little above as fixed movements allow. Payments that give way wait for money: what one cannot pay, a later one
 * takes over; what none can pay stays on the account.
 */
export function keepLedger(movements: readonly Movement[], wantedFen: number): Ledger {
  const ordered = movements.toSorted(byDayIncomingFirst)
  const netFen = ordered.reduce((sum, movement) => sum + signedFen(movement), 0)
  const spareFen = spareWithoutOpening(ordered)
  const openingFen = Math.max(wantedFen - netFen, -(spareFen[0] ?? 0), 0)

  const entries: LedgerEntry[] = []
  let balanceFen = openingFen
  let paidFen = 0
  let owedFen = 0
  ordered.forEach((movement, place) => {
    let { amountFen } = movement
    if (movement.givesWayByFen !== null) {
      const catchUpFen = movement.givesWayByFen >= CATCHES_UP_FROM_FEN ? owedFen : 0
      const affordableFen = Math.min(amountFen + catchUpFen, openingFen + at(spareFen, place) - paidFen)
      const wishedFen = amountFen
      amountFen = affordableFen - (affordableFen % movement.givesWayByFen)
      paidFen += amountFen
      owedFen += wishedFen - amountFen
      if (amountFen === 0) return
    }
    balanceFen += movement.direction === 'in' ? amountFen : -amountFen
    entries.push({ movement, amountFen, balanceFen })
  })
  return { entries, closingFen: balanceFen }
}

/**
 * For each movement, the least that fixed movements leave on the account from there to the end, opening left out: what
 * the others may have spent by then.
 */
function spareWithoutOpening(ordered: readonly Movement[]): number[] {
  let fixedFen = 0
  const afterFen = ordered.map((movement) => {
    if (movement.givesWayByFen === null) fixedFen += signedFen(movement)
    return fixedFen
  })
  let leastFen = Number.POSITIVE_INFINITY
  for (let place = afterFen.length - 1; place >= 0; place--) {
    leastFen = Math.min(leastFen, at(afterFen, place))
    afterFen[place] = leastFen
  }
  return afterFen
}

function signedFen({ direction, amountFen }: Movement): number {
  return direction === 'in' ? amountFen : -amountFen
}

function byDayIncomingFirst(a: Movement, b: Movement): number {
  return a.day - b.day || Number(a.direction === 'out') - Number(b.direction === 'out')
}
