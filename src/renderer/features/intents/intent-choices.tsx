import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { TIERS, type Tier } from '../../../shared/domain/customer/tiers.ts'
import { useOperation } from '../../ipc/operations.ts'
import { SILENCES } from '../../shared/lists/silences.ts'
import { ProductChoice } from '../../shared/lists/work-choices.tsx'
import { grouped } from '../../ui/amounts.ts'
import { ShortSelect } from '../../ui/short-select.tsx'

/** What the list of intents is narrowed to. */
export interface IntentChoice {
  readonly product: ProductCode | null
  readonly tier: Tier | null
  readonly quietDays: number | null
  /** One colleague's; null for all that the list may show. */
  readonly colleagueNo: string | null
}

export const ANY_INTENT: IntentChoice = {
  product: null,
  tier: null,
  quietDays: null,
  colleagueNo: null,
}

export function isNarrowed(choice: IntentChoice): boolean {
  return Object.values(choice).some((value) => value !== null)
}

/** How many intents there are, and which are shown in which order. */
export function IntentChoices(props: {
  readonly choice: IntentChoice
  /** Null until it is counted. */
  readonly total: number | null
  readonly choosesOwner: boolean
  onChange(choice: IntentChoice): void
  /** Its order and what is done with all of it. */
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const { choice, total, choosesOwner, onChange, children } = props
  const colleagues = useOperation('staff.list', {}, { enabled: choosesOwner }).data ?? []
  const any = (name: string) => ({ value: '', label: t('lists.choice', { name, value: t('lists.any') }) })
  return (
    <Group gap={6}>
      <Text span size="xs" c="dimmed" role="status" mr="auto">
        {total !== null && t('intents.shown', { rows: grouped(total) })}
      </Text>
      {choosesOwner && (
        <ShortSelect
          label={t('lists.owner')}
          value={choice.colleagueNo ?? ''}
          onChange={(value) => onChange({ ...choice, colleagueNo: value || null })}
          data={[
            any(t('lists.owner')),
            ...colleagues
              .filter(({ role }) => role !== 'admin')
              .map(({ no, name }) => ({ value: no, label: name })),
          ]}
        />
      )}
      <ProductChoice product={choice.product} onChange={(product) => onChange({ ...choice, product })} />
      <ShortSelect
        label={t('lists.column.tier')}
        value={choice.tier ?? ''}
        onChange={(value) => onChange({ ...choice, tier: TIERS.find((tier) => tier === value) ?? null })}
        data={[
          any(t('lists.column.tier')),
          ...TIERS.toReversed().map((value) => ({ value, label: t(`customers.tier.${value}`) })),
        ]}
      />
      <ShortSelect
        label={t('lists.quiet')}
        value={choice.quietDays === null ? '' : String(choice.quietDays)}
        onChange={(value) => onChange({ ...choice, quietDays: value === '' ? null : Number(value) })}
        data={[
          any(t('lists.quiet')),
          ...SILENCES.map((days) => ({
            value: String(days),
            label: `${t('lists.quiet')} ${t('lists.quietDays', { days })}`,
          })),
        ]}
      />
      {children}
    </Group>
  )
}
