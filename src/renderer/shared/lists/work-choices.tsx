import { useTranslation } from 'react-i18next'
import { PRODUCT_CODES, type ProductCode } from '../../../shared/domain/customer/products.ts'
import { ShortSelect } from '../../ui/short-select.tsx'

/** Narrows a list of work to one product. */
export function ProductChoice(props: {
  readonly product: ProductCode | null
  onChange(product: ProductCode | null): void
}) {
  const { t } = useTranslation()
  const { product, onChange } = props
  return (
    <ShortSelect
      label={t('lists.product')}
      value={product ?? ''}
      onChange={(value) => onChange(PRODUCT_CODES.find((code) => code === value) ?? null)}
      data={[
        { value: '', label: t('lists.choice', { name: t('lists.file.product'), value: t('lists.any') }) },
        ...PRODUCT_CODES.map((value) => ({ value, label: t(`intents.product.${value}`) })),
      ]}
    />
  )
}

/**
 * Narrows a list of work to one level.
 * @param props.levels those that the list knows
 */
export function LevelChoice<Level extends string>(props: {
  readonly levels: readonly Level[]
  readonly level: Level | null
  onChange(level: Level | null): void
}) {
  const { t } = useTranslation()
  const { levels, level, onChange } = props
  const name = t('lists.file.level')
  return (
    <ShortSelect
      label={t('lists.level')}
      value={level ?? ''}
      onChange={(value) => onChange(levels.find((each) => each === value) ?? null)}
      data={[
        { value: '', label: t('lists.choice', { name, value: t('lists.any') }) },
        ...levels.map((value: string) => ({
          value,
          label: t('lists.choice', { name, value: t(`intents.level.${value}`) }),
        })),
      ]}
    />
  )
}
