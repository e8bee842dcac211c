import type { Movement } from './movements.ts'

export interface LedgerEntry {
  readonly movement: Movement
  readonly balanceFen: number
}

export interface Ledger {
  /** In order of time; each balance is the one before, plus or minus the amount. */
  readonly entries: readonly LedgerEntry[]
  readonly closingFen: number
}

/**
 * Puts movements in order and gives each its balance, so that the account ends at `wantedFen` and never was below
 * zero. Where both cannot be had, the account ends higher: the opening balance is what gives way.
 */
export function keepLedger(movements: readonly Movement[], wantedFen: number): Ledger {
  const ordered = movements.toSorted(byDayIncomingFirst)
  let netFen = 0
  let lowestFen = 0
  for (const movement of ordered) {
    netFen += signedFen(movement)
    lowestFen = Math.min(lowestFen, netFen)
  }
  let balanceFen = Math.max(wantedFen - netFen, -lowestFen)
  const entries = ordered.map((movement) => {
    balanceFen += signedFen(movement)
    return { movement, balanceFen }
  })
  return { entries, closingFen: balanceFen }
}

function signedFen({ direction, amountFen }: Movement): number {
  return direction === 'in' ? amountFen : -amountFen
}

function byDayIncomingFirst(a: Movement, b: Movement): number {
  return a.day - b.day || Number(a.direction === 'out') - Number(b.direction === 'out')
}
