import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { Paper, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthPoint } from '../../../../shared/contract/customers.ts'
import { FEN_PER_YUAN, roundYuan } from '../../../ui/amounts.ts'
import { monthTick, pointAfterKey } from './balance-months.ts'
import classes from './month-chart.module.css'

/**
 * The balance at each month's end as bars with months, axis and unit. The pointer shows a month's values; with the focus
 * on the chart the arrow keys go from month to month, and a screen reader says each.
 * @param props.summary what the chart as a whole shows
 * @param props.height pixels
 */
export function MonthChart(props: {
  readonly months: readonly MonthPoint[]
  readonly summary: string
  readonly height: number
}) {
  const { t, i18n } = useTranslation()
  const { months, summary, height } = props
  const [at, setAt] = useState<number | null>(null)
  const compact = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 })
  const marked = at ?? months.length - 1
  const shown = at === null ? undefined : months[at]
  const onKeyDown = (event: KeyboardEvent) => {
    const to = pointAfterKey(event.key, at ?? months.length, months.length)
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    setAt(to)
  }
  return (
    <div
      className={classes.chart}
      // A slider: what the arrow keys move along the months, and what is said of where they are.
      role="slider"
      tabIndex={0}
      aria-label={summary}
      aria-description={t('customers.chart.keys')}
      aria-valuemin={1}
      aria-valuemax={months.length}
      aria-valuenow={marked + 1}
      aria-valuetext={monthSentence(months[marked])}
      onKeyDown={onKeyDown}
      onBlur={() => setAt(null)}
    >
      <Text size="xs" c="dimmed" className={classes.unit} aria-hidden>
        {shown === undefined
          ? t('customers.chart.unit', { from: months[0]?.month, to: months.at(-1)?.month })
          : monthSentence(shown)}
      </Text>
      <BarChart
        h={height}
        // The month that is said stands out, so it is a series of its own.
        type="stacked"
        data={months.map(({ month, endBalanceFen }, index) => ({
          month,
          tick: monthTick(month),
          [index === marked ? 'marked' : 'others']: endBalanceFen / FEN_PER_YUAN,
        }))}
        dataKey="tick"
        series={[
          { name: 'others', color: 'teal.7' },
          { name: 'marked', color: 'light-dark(#05402d, #96f2d7)' },
        ]}
        barProps={{ isAnimationActive: false, radius: 2 }}
        barChartProps={{ accessibilityLayer: false, margin: { top: 4, right: 0, bottom: 0, left: 0 } }}
        // The library moves the words ten pixels down.
        xAxisProps={{ interval: 0, height: 28, tickMargin: 0 }}
        yAxisProps={{
          width: 54,
          tickCount: 3,
          tickFormatter: (yuan: number) => compact.format(yuan),
        }}
        gridAxis="y"
        tooltipAnimationDuration={0}
        tooltipProps={{
          content: ({ active, payload }) => {
            const hovered = months.find(({ month }) => month === monthIn(payload))
            return active && hovered !== undefined ? (
              <Paper withBorder shadow="sm" px="xs" py={4}>
                <Text size="xs">{monthSentence(hovered)}</Text>
              </Paper>
            ) : null
          },
        }}
      />
    </div>
  )

  function monthSentence(point: MonthPoint | undefined): string {
    if (point === undefined) return ''
    return t('customers.monthSentence', {
      month: point.month,
      balance: roundYuan(point.endBalanceFen),
      in: roundYuan(point.inFen),
      out: roundYuan(point.outFen),
    })
  }
}

/** Which month the library says that the pointer is at. */
function monthIn(payload: readonly { readonly payload?: unknown }[] | undefined): unknown {
  const point = payload?.[0]?.payload
  return typeof point === 'object' && point !== null && 'month' in point ? point.month : undefined
}
