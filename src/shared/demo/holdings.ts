import type { AccountKind } from '../domain/imports/import-rows.ts'
import { type DayNumber, plusMonths } from './day-number.ts'
import { INVESTMENTS, type ShelfProduct, TERM_DEPOSITS } from './product-shelf.ts'
import { at, type Random } from './random.ts'

/** Money that lies in anything but the demand account. */
export interface Placement {
  readonly kind: Exclude<AccountKind, 'demand'>
  readonly productName: string
  readonly balanceFen: number
  readonly opened: DayNumber
  readonly matures: DayNumber | null
  readonly ratePercent: number | null
  readonly status: 'open' | 'closed'
}

export interface Holdings {
  /** What the demand account should hold on the as-of day. */
  readonly demandFen: number
  readonly placements: readonly Placement[]
}

/**
 * How much customers have with the bank, in yuan: [share of customers with less, amount]. Our own choice: 85 % of
 * customers are below 50,000 yuan, 12 % between 50,000 and 300,000 and 3 % above, with a long tail.
 */
const WEALTH_QUANTILES: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.1, 200],
  [0.25, 1300],
  [0.5, 5500],
  [0.75, 22_000],
  [0.85, 50_000],
  [0.9, 85_000],
  [0.97, 300_000],
  [0.99, 800_000],
  [0.999, 4_000_000],
  [0.9999, 15_000_000],
  [1, 50_000_000],
]

const FEN_PER_YUAN = 100
/** People place round sums. */
const PLACED_STEP_YUAN = 1000
/** What the cheapest product of the shelf costs. */
const SMALLEST_PLACEMENT_YUAN = 5000
/** Nobody ties up a smaller sum. */
const PLACES_FROM_YUAN = 10_000
const MOST_PLACEMENTS = 4
/** From here a third of customers hold more than deposits. */
const INVESTS_FROM_YUAN = 30_000
const CLOSED_DEPOSIT_SHARE = 0.04

/** Assets with the bank in fen, long-tailed. */
export function drawAumFen(random: Random): number {
  const share = random.unit()
  const upper = WEALTH_QUANTILES.findIndex(([below]) => share < below)
  const [lowShare, lowYuan] = at(WEALTH_QUANTILES, upper - 1)
  const [highShare, highYuan] = at(WEALTH_QUANTILES, upper)
  const yuan = lowYuan + ((highYuan - lowYuan) * (share - lowShare)) / (highShare - lowShare)
  return Math.round(yuan * FEN_PER_YUAN)
}

/**
 * Spreads a customer's assets over the demand account and what the shelf offers.
 * @param cautious prefers deposits, as older customers do
 */
export function drawHoldings(random: Random, aumFen: number, cautious: boolean, today: DayNumber): Holdings {
  const placements: Placement[] = []
  const aumYuan = Math.floor(aumFen / FEN_PER_YUAN)
  let freeYuan = aumYuan < PLACES_FROM_YUAN ? 0 : Math.floor(aumYuan * (0.45 + 0.5 * random.unit()))
  while (freeYuan >= SMALLEST_PLACEMENT_YUAN && placements.length < MOST_PLACEMENTS) {
    const product = drawProduct(random, freeYuan, aumYuan, cautious)
    if (!product) break
    const wish = placements.length === MOST_PLACEMENTS - 1 ? freeYuan : freeYuan * (0.4 + 0.6 * random.unit())
    const yuan = Math.max(roundDown(wish), product.fromYuan)
    placements.push(placeOn(random, product, yuan * FEN_PER_YUAN, today))
    freeYuan -= yuan
  }
  const placedFen = placements.reduce((sum, placement) => sum + placement.balanceFen, 0)
  if (random.chance(CLOSED_DEPOSIT_SHARE)) placements.push(closedDeposit(random, today))
  return { demandFen: aumFen - placedFen, placements }
}

function drawProduct(
  random: Random,
  freeYuan: number,
  aumYuan: number,
  cautious: boolean,
): ShelfProduct | undefined {
  const invests = aumYuan >= INVESTS_FROM_YUAN && random.chance(cautious ? 0.25 : 0.6)
  const shelf = invests ? INVESTMENTS : TERM_DEPOSITS
  const affordable = shelf.filter((product) => product.fromYuan <= roundDown(freeYuan))
  return affordable.length > 0 ? random.pick(affordable) : undefined
}

function placeOn(random: Random, product: ShelfProduct, balanceFen: number, today: DayNumber): Placement {
  const { kind, name: productName, months, ratePercent } = product
  const common = { kind, productName, balanceFen, ratePercent, status: 'open' as const }
  if (months === null) return { ...common, opened: today - random.between(30, 1500), matures: null }
  const opened = plusMonths(today, -months) + random.between(2, months * 30 - 2)
  return { ...common, opened, matures: plusMonths(opened, months) }
}

function closedDeposit(random: Random, today: DayNumber): Placement {
  const { kind, name: productName, months, ratePercent } = at(TERM_DEPOSITS, 2)
  const matures = today - random.between(30, 700)
  const opened = plusMonths(matures, -(months ?? 0))
  return { kind, productName, balanceFen: 0, opened, matures, ratePercent, status: 'closed' }
}

function roundDown(yuan: number): number {
  return Math.floor(yuan / PLACED_STEP_YUAN) * PLACED_STEP_YUAN
}
