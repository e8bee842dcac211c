import { Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AmountStep, Expression } from '../../../../shared/contract/import-expression.ts'
import { withStep } from '../profile/source.ts'

const DECIMALS = ['.', ','] as const
const UNITS = ['yuan', 'fen', 'wan'] as const
const SIGNS = ['keep', 'drop', 'flip'] as const

/** How an amount is written, where it differs from the file's way; and what its sign is worth. */
export function AmountRules(props: {
  readonly expression: Expression
  onChange(expression: Expression): void
}) {
  const { t } = useTranslation()
  const { expression, onChange } = props
  const { decimal, unit, sign } = expression.amount ?? {}
  const change = (step: {
    decimal?: AmountStep['decimal'] | undefined
    unit?: AmountStep['unit'] | undefined
    sign?: AmountStep['sign'] | undefined
  }) => {
    const set = Object.entries({ decimal, unit, sign, ...step }).filter(([, value]) => value !== undefined)
    onChange(withStep(expression, 'amount', set.length === 0 ? undefined : Object.fromEntries(set)))
  }
  const asFile = t('imports.map.asFile')
  return (
    <Stack gap="xs" w={220}>
      <Select
        size="xs"
        clearable
        comboboxProps={{ withinPortal: false }}
        label={t('imports.map.decimal')}
        placeholder={asFile}
        data={DECIMALS}
        value={decimal ?? null}
        onChange={(value) => change({ decimal: DECIMALS.find((each) => each === value) })}
      />
      <Select
        size="xs"
        clearable
        comboboxProps={{ withinPortal: false }}
        label={t('imports.map.unit')}
        placeholder={asFile}
        data={UNITS.map((value) => ({ value, label: t(`imports.map.unitOf.${value}`) }))}
        value={unit ?? null}
        onChange={(value) => change({ unit: UNITS.find((each) => each === value) })}
      />
      <Select
        size="xs"
        clearable
        comboboxProps={{ withinPortal: false }}
        label={t('imports.map.sign')}
        placeholder={t('imports.map.signOf.keep')}
        data={SIGNS.map((value) => ({ value, label: t(`imports.map.signOf.${value}`) }))}
        value={sign ?? null}
        onChange={(value) => change({ sign: SIGNS.find((each) => each === value) })}
      />
    </Stack>
  )
}
