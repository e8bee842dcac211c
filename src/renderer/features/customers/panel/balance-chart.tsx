import { Skeleton, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthPoint } from '../../../../shared/contract/customers.ts'
import { roundYuan } from '../../../ui/amounts.ts'
import { useAfterPaint } from '../../../ui/use-after-paint.ts'
import { lastTwelveMonths } from './balance-months.ts'

/** The library that draws is read with the first chart, not with the window; and a panel is shown before its chart. */
const MonthChart = lazy(() => import('./month-chart.tsx').then((file) => ({ default: file.MonthChart })))

/** As high as the chart, so that nothing moves when it comes. */
const CHART_HEIGHT = 104

/** Twelve months of balances, and the one sentence that says what to see in them (C5). */
export function BalanceChart(props: { readonly months: readonly MonthPoint[]; readonly todayOn: string }) {
  const { t } = useTranslation()
  const isPainted = useAfterPaint()
  if (props.months.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('customers.chart.nothing')}
      </Text>
    )
  }
  const months = lastTwelveMonths(props.months, props.todayOn)
  const sentence = t('customers.balanceSentence', {
    first: roundYuan(months[0]?.endBalanceFen ?? 0),
    last: roundYuan(months.at(-1)?.endBalanceFen ?? 0),
    peak: roundYuan(Math.max(...months.map((month) => month.endBalanceFen))),
  })
  return (
    <figure style={{ margin: 0 }}>
      <Suspense fallback={<Skeleton height={CHART_HEIGHT} />}>
        {isPainted ? (
          <MonthChart months={months} summary={sentence} height={CHART_HEIGHT} />
        ) : (
          <Skeleton height={CHART_HEIGHT} />
        )}
      </Suspense>
      <Text component="figcaption" size="xs" c="dimmed">
        {sentence}
      </Text>
    </figure>
  )
}
