import type { MonthPoint } from '../../../../shared/contract/customers.ts'
import { addMonths, monthOf } from '../../../../shared/domain/civil-date.ts'

export const MONTHS_SHOWN = 12

/**
 * The twelve months up to today's, oldest first (C5). A month that nothing is known of held nothing and moved nothing.
 */
export function lastTwelveMonths(known: readonly MonthPoint[], todayOn: string): MonthPoint[] {
  const byMonth = new Map(known.map((point) => [point.month, point]))
  return Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    const month = monthOf(addMonths(todayOn, index - MONTHS_SHOWN + 1))
    return byMonth.get(month) ?? { month, inFen: 0, outFen: 0, endBalanceFen: 0 }
  })
}

/** Bar heights, 0 to `full`, for balances that may be below nothing; anything above nothing stays visible. */
export function barHeights(months: readonly MonthPoint[], full: number): number[] {
  const peakFen = Math.max(0, ...months.map((month) => month.endBalanceFen))
  return months.map(({ endBalanceFen }) =>
    endBalanceFen <= 0 ? 0 : Math.max(1, Math.round((endBalanceFen / peakFen) * full)),
  )
}
