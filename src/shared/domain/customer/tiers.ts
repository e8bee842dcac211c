import { type CivilDate, endOfMonth } from '../calendar/civil-date.ts'

/** 普通, 优质, 高净值 (T1), lowest first. */
export const TIERS = ['standard', 'preferred', 'high-net-worth'] as const
export type Tier = (typeof TIERS)[number]

/** The AUM monthly average, in fen, from which a tier is given. */
export interface TierLine {
  tier: Tier
  fromFen: number
}

/** Our own default: 优质 from 50,000 yuan, 高净值 from 300,000 yuan. Ascending; the first line is at 0. */
export const DEFAULT_TIER_LINES: readonly TierLine[] = [
  { tier: 'standard', fromFen: 0 },
  { tier: 'preferred', fromFen: 5_000_000 },
  { tier: 'high-net-worth', fromFen: 30_000_000 },
]

export interface TierDistance {
  next: Tier
  gapFen: number
}

/**
 * The tier of an AUM monthly average; below every line it is the lowest line's tier.
 * @param lines ascending by `fromFen`
 */
export function tierOf(aumAverageFen: number, lines: readonly TierLine[]): Tier {
  return lines.findLast((line) => line.fromFen <= aumAverageFen)?.tier ?? lines[0]?.tier ?? TIERS[0]
}

/** What is missing to the next line, or `null` in the highest tier. */
export function distanceToNext(aumAverageFen: number, lines: readonly TierLine[]): TierDistance | null {
  const next = lineAbove(aumAverageFen, lines)
  return next ? { next: next.tier, gapFen: next.fromFen - aumAverageFen } : null
}

/**
 * The next tier when it is within the band (S4), 临界客户, else `null`.
 * @param bandPercent how close to the next line counts as near, in percent of that line
 */
export function nearNextTier(
  aumAverageFen: number,
  lines: readonly TierLine[],
  bandPercent: number,
): TierDistance | null {
  const next = lineAbove(aumAverageFen, lines)
  if (!next) return null
  const gapFen = next.fromFen - aumAverageFen
  return gapFen * 100 <= next.fromFen * bandPercent ? { next: next.tier, gapFen } : null
}

/**
 * How much must come in today, and stay, for the average of this month to rise by the gap (S4).
 * A fen added today counts on the days from today to the month's end only, so the sum grows as the month runs out.
 * @returns fen, rounded up
 */
export function addForRestOfMonth(gapFen: number, on: CivilDate): number {
  const daysInMonth = Number(endOfMonth(on).slice(8))
  const daysLeft = daysInMonth - Number(on.slice(8)) + 1
  return Math.ceil((gapFen * daysInMonth) / daysLeft)
}

function lineAbove(aumAverageFen: number, lines: readonly TierLine[]): TierLine | undefined {
  return lines.find((line) => line.fromFen > aumAverageFen)
}
