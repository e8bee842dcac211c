import type { Business } from '../domain/lobby/visit.ts'
import { at, Random, weighted } from './random.ts'

/** One report of a replayed morning, as a queue machine or a reader at the entrance would send it. */
export interface PlannedArrival {
  /** Milliseconds from the opening of the branch. */
  readonly afterMs: number
  /** Null for somebody who only put a card on the reader. */
  readonly ticket: string | null
  readonly business: Business
  /** A place in the list of the morning's customers; null for somebody the machine does not know. */
  readonly person: number | null
}

export interface Morning {
  readonly arrivals: readonly PlannedArrival[]
  /** How many different customers come. */
  readonly people: number
}

const MINUTE_MS = 60_000
const KNOWN_SHARE = 0.6
/** Of those who are known, this share draws a second ticket later, and this one draws none. */
const SECOND_TICKET_SHARE = 0.08
const NO_TICKET_SHARE = 0.1
/** A second ticket is drawn by one of the last few who came. */
const RECENT = 4

const BUSINESS = weighted<Business>([
  ['cash', 30],
  ['transfer', 14],
  ['account', 10],
  ['card', 12],
  ['wealth', 14],
  ['loan', 6],
  ['fx', 3],
  ['enquiry', 8],
  ['other', 3],
])

/** The machine's queues: cash counter, service counter, and those who are received at a table. */
const QUEUE: Readonly<Record<Business, 'A' | 'B' | 'C'>> = {
  cash: 'A',
  transfer: 'A',
  account: 'B',
  card: 'B',
  other: 'B',
  enquiry: 'B',
  wealth: 'C',
  loan: 'C',
  fx: 'C',
}

/** A morning that is the same for the same seed: most come in its first half, as they do when the branch opens. */
export function planMorning(order: {
  readonly seed: number
  readonly arrivals: number
  readonly minutes: number
}): Morning {
  const random = Random.of(order.seed, 'morning', 0)
  const times = Array.from({ length: order.arrivals }, () => momentOf(random, order.minutes)).sort(
    (a, b) => a - b,
  )
  const drawn = { A: 0, B: 0, C: 0 }
  let people = 0
  const arrivals = times.map((afterMs): PlannedArrival => {
    const business = BUSINESS.draw(random)
    const known = random.chance(KNOWN_SHARE)
    const again = known && people > 0 && random.chance(SECOND_TICKET_SHARE)
    const ticketless = known && !again && random.chance(NO_TICKET_SHARE)
    const person = known ? (again ? people - 1 - random.below(Math.min(RECENT, people)) : people++) : null
    if (ticketless) return { afterMs, ticket: null, business, person }
    const queue = QUEUE[business]
    drawn[queue] += 1
    return { afterMs, ticket: queue + String(drawn[queue]).padStart(3, '0'), business, person }
  })
  return { arrivals, people }
}

/** The earlier of two moments falls into the first half three times out of four. */
function momentOf(random: Random, minutes: number): number {
  const moments = [random.unit(), random.unit()].sort((a, b) => a - b)
  return Math.floor(at(moments, 0) * minutes * MINUTE_MS)
}
