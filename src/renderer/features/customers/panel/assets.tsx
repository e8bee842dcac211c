import { Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { roundYuan } from '../../../ui/amounts.ts'
import { Explained } from '../../../ui/explained.tsx'
import { BalanceChart } from './balance-chart.tsx'
import { ASSET_KINDS, type KindSum, sumsByKind } from './holding-table.tsx'
import classes from './panel.module.css'
import { PanelSection } from './panel-section.tsx'

/** What the person holds by kind, how it went over the year, and what came and went lately. */
export function Assets({ customer }: { readonly customer: Customer360 }) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const { facts, holdings, months } = customer
  const sums = sumsByKind(holdings)
  const atLeast = (fen: number) =>
    facts.unknownBalances > 0 ? t('customers.atLeast', { amount: roundYuan(fen) }) : roundYuan(fen)
  const cards = holdings.filter((each) => each.kind === 'card').length
  return (
    <PanelSection title={t('customers.assets')}>
      <dl className={classes.facts}>
        <Fact name={t('customers.aum')} text={atLeast(facts.aumFen)} />
        <Fact
          name={<Explained word="aumAverage">{t('customers.aumAverage')}</Explained>}
          text={atLeast(facts.aumAverageFen)}
        />
        {ASSET_KINDS.map((kind) => (
          <Fact key={kind} name={t(`customers.assetKind.${kind}`)} text={sumText(sums[kind], t)} />
        ))}
        <Fact name={t('customers.assetKind.card')} text={t('customers.cards', { cards })} />
      </dl>
      <BalanceChart months={months} todayOn={todayOn} />
      <Text size="xs" c="dimmed">
        {t('customers.flow', { in: roundYuan(facts.inflow90dFen), out: roundYuan(facts.outflow90dFen) })}
        {facts.retentionPercent !== null && (
          <>
            {' · '}
            <Explained word="retention">
              {t('customers.retention', { percent: facts.retentionPercent })}
            </Explained>
          </>
        )}
      </Text>
    </PanelSection>
  )
}

/** What is known of a kind; a balance that is not known is no zero. */
function sumText(sum: KindSum | null, t: TFunction): string {
  if (sum === null) return '—'
  if (sum.unknown === 'all') return t('customers.unknownBalance')
  return sum.unknown === 'some' ? t('customers.atLeast', { amount: roundYuan(sum.fen) }) : roundYuan(sum.fen)
}

function Fact({ name, text }: { readonly name: ReactNode; readonly text: string }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}
