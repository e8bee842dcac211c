import type { MonthPoint } from '../../../../shared/contract/customers.ts'
import { addMonths, monthOf } from '../../../../shared/domain/calendar/civil-date.ts'

const MONTHS_SHOWN = 12

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

/** `3`: twelve months in a row, whose years the line above the chart says. */
export function monthTick(month: string): string {
  return String(Number(month.slice(5)))
}

/** Where a key of the keyboard moves among `count` points; null for a key that moves nothing. */
export function pointAfterKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowRight':
      return Math.min(count - 1, at + 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
