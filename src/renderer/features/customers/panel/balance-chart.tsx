import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MonthPoint } from '../../../../shared/contract/customers.ts'
import { addMonths, monthOf } from '../../../../shared/domain/calendar/civil-date.ts'
import { roundYuan } from '../../../ui/amounts.ts'
import classes from './panel.module.css'

const MONTHS_SHOWN = 12
const WIDTH = 240
const HEIGHT = 44
const GAP = 4
const BAR = WIDTH / MONTHS_SHOWN - GAP

/** Twelve months of balances, and the one sentence that says what to see in them (C5). */
export function BalanceChart(props: { readonly months: readonly MonthPoint[]; readonly todayOn: string }) {
  const { t } = useTranslation()
  const months = lastTwelveMonths(props.months, props.todayOn)
  const heights = barHeights(months, HEIGHT)
  const sentence = t('customers.balanceSentence', {
    first: roundYuan(months[0]?.endBalanceFen ?? 0),
    last: roundYuan(months.at(-1)?.endBalanceFen ?? 0),
    peak: roundYuan(Math.max(...months.map((month) => month.endBalanceFen))),
  })
  return (
    <figure style={{ margin: 0 }}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        height={HEIGHT}
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence}
      >
        {months.map(({ month, endBalanceFen, inFen, outFen }, index) => {
          const height = heights[index] ?? 0
          return (
            <rect
              key={month}
              className={classes.bar}
              data-last={index === MONTHS_SHOWN - 1}
              x={index * (BAR + GAP)}
              y={HEIGHT - height}
              width={BAR}
              height={height}
            >
              <title>
                {t('customers.monthSentence', {
                  month,
                  balance: roundYuan(endBalanceFen),
                  in: roundYuan(inFen),
                  out: roundYuan(outFen),
                })}
              </title>
            </rect>
          )
        })}
      </svg>
      <Text component="figcaption" size="xs" c="dimmed" aria-hidden>
        {sentence}
      </Text>
    </figure>
  )
}

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
