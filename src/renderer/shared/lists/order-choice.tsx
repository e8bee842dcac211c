import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ShortSelect } from '../../ui/short-select.tsx'

/** By what a list is sorted, and which way round. */
export interface ListOrder<Sort extends string> {
  readonly sort: Sort
  readonly reversed: boolean
}

/**
 * Chooses the order of a list.
 * @param props.words where the names of the sorts stand in the catalogue
 */
export function OrderChoice<Sort extends string>(props: {
  readonly sorts: readonly Sort[]
  readonly words: string
  readonly order: ListOrder<Sort>
  onChange(order: ListOrder<Sort>): void
}) {
  const { t } = useTranslation()
  const { sorts, words, order, onChange } = props
  const way = t(order.reversed ? 'lists.reversed' : 'lists.usual')
  return (
    <>
      <ShortSelect
        label={t('lists.sortBy')}
        value={order.sort}
        onChange={(value) =>
          onChange({ sort: sorts.find((sort) => sort === value) ?? order.sort, reversed: false })
        }
        data={sorts.map((value: string) => ({
          value,
          label: t('lists.choice', { name: t('lists.sortBy'), value: t(`${words}.${value}`) }),
        }))}
      />
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={order.reversed}
        aria-label={way}
        title={way}
        onClick={() => onChange({ ...order, reversed: !order.reversed })}
      >
        {order.reversed ? '▲' : '▼'}
      </Button>
    </>
  )
}
