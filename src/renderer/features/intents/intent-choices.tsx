import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { INTENT_SORTS, type IntentSort } from '../../../shared/contract/intents.ts'
import { PRODUCT_CODES, type ProductCode } from '../../../shared/domain/customer/products.ts'
import { TIERS, type Tier } from '../../../shared/domain/customer/tiers.ts'
import { useOperation } from '../../ipc/operations.ts'
import { grouped } from '../../ui/amounts.ts'
import { ShortSelect } from '../../ui/short-select.tsx'

/** What the list of intents is narrowed to, and how it is sorted. */
export interface IntentChoice {
  readonly product: ProductCode | null
  readonly tier: Tier | null
  readonly quietDays: number | null
  readonly sort: IntentSort
  readonly reversed: boolean
  /** One colleague's; null for all that the list may show. */
  readonly colleagueNo: string | null
}

export const ANY_INTENT: IntentChoice = {
  product: null,
  tier: null,
  quietDays: null,
  sort: 'grid',
  reversed: false,
  colleagueNo: null,
}

/** Silences that a counter asks for, in days (our own default). */
const SILENCES = [7, 30, 90, 180] as const

/** How many intents there are, and which are shown in which order. */
export function IntentChoices(props: {
  readonly choice: IntentChoice
  /** Null until it is counted. */
  readonly total: number | null
  readonly choosesOwner: boolean
  onChange(choice: IntentChoice): void
}) {
  const { t } = useTranslation()
  const { choice, total, choosesOwner, onChange } = props
  const colleagues = useOperation('staff.list', {}, { enabled: choosesOwner }).data ?? []
  const any = (label: string) => ({ value: '', label: `${label}: ${t('lists.any')}` })
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
      <ShortSelect
        label={t('lists.product')}
        value={choice.product ?? ''}
        onChange={(value) =>
          onChange({ ...choice, product: PRODUCT_CODES.find((code) => code === value) ?? null })
        }
        data={[
          any(t('lists.file.product')),
          ...PRODUCT_CODES.map((value) => ({ value, label: t(`intents.product.${value}`) })),
        ]}
      />
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
      <ShortSelect
        label={t('lists.sortBy')}
        value={choice.sort}
        onChange={(value) =>
          onChange({
            ...choice,
            sort: INTENT_SORTS.find((sort) => sort === value) ?? 'grid',
            reversed: false,
          })
        }
        data={INTENT_SORTS.map((value) => ({
          value,
          label: `${t('lists.sortBy')}: ${t(`intents.sort.${value}`)}`,
        }))}
      />
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={choice.reversed}
        aria-label={t(choice.reversed ? 'lists.reversed' : 'lists.usual')}
        onClick={() => onChange({ ...choice, reversed: !choice.reversed })}
      >
        {choice.reversed ? '▲' : '▼'}
      </Button>
    </Group>
  )
}
