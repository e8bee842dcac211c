import type { IntentLevel } from '../work/intent.ts'
import type { Tier } from './tiers.ts'

/** A customer's value to the branch (T2), derived from the tier. */
export type ValueLevel = 'high' | 'mid' | 'low'

const VALUE_OF_TIER: Record<Tier, ValueLevel> = {
  standard: 'low',
  preferred: 'mid',
  'high-net-worth': 'high',
}

export function valueOfTier(tier: Tier): ValueLevel {
  return VALUE_OF_TIER[tier]
}

/** Nothing is known of a stranger's assets, so their value is that of the lowest tier. */
export const VALUE_OF_STRANGER = valueOfTier('standard')

/**
 * The value × intent grid (I3) read along its diagonals: both count alike, and of two equal sums the stronger
 * intent comes first, because intent fades and value stays.
 */
const GRID: Record<ValueLevel, Record<IntentLevel, number>> = {
  high: { high: 0, mid: 2, low: 5 },
  mid: { high: 1, mid: 4, low: 7 },
  low: { high: 3, mid: 6, low: 8 },
}

/** Place in every work list, 0 (first) to 8 (last). */
export function priority(value: ValueLevel, level: IntentLevel): number {
  return GRID[value][level]
}
