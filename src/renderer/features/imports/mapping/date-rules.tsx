import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DateStep, Expression } from '../../../../shared/contract/import-expression.ts'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { withStep } from '../profile/source.ts'

/** A date's own format, where it differs from the file's. */
export function DateRules(props: {
  readonly entry: EntityFile
  readonly expression: Expression
  onChange(expression: Expression): void
}) {
  const { t } = useTranslation()
  const { entry, expression, onChange } = props
  const change = (format: string) => {
    const { format: _previous, ...rest } = expression.date ?? {}
    const step: DateStep = format === '' ? rest : { ...rest, format }
    onChange(withStep(expression, 'date', Object.keys(step).length === 0 ? undefined : step))
  }
  return (
    <TextInput
      size="xs"
      w={220}
      label={t('imports.map.dateFormat')}
      placeholder={entry.dateFormat}
      value={expression.date?.format ?? ''}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
