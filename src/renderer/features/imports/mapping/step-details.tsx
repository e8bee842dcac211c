import { Button, Popover, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DateStep, Expression } from '../../../../shared/contract/import-expression.ts'
import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import type { FieldSpec } from '../../../../shared/domain/imports/import-fields.ts'
import { formatsOf, formatsText } from '../profile/date-formats.ts'
import { withStep } from '../profile/source.ts'
import { AmountRules } from './amount-rules.tsx'
import { CodeMap } from './code-map.tsx'

interface StepDetailsProps {
  readonly name: string
  readonly spec: FieldSpec
  readonly entry: EntityFile
  readonly expression: Expression
  readonly sample: DetectedFile | null
  onChange(expression: Expression): void
}

/** The rules that a date, an amount or a code may have of its own; other fields have none. */
export function StepDetails(props: StepDetailsProps) {
  const { t } = useTranslation()
  const { type } = props.spec
  if (type !== 'date' && type !== 'money' && type !== 'code') return null
  const { map, date, amount, otherwise } = props.expression
  const set = map !== undefined || date !== undefined || amount !== undefined || otherwise !== undefined
  return (
    <Popover position="bottom-end" withArrow trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant={set ? 'light' : 'subtle'}
          aria-label={`${props.name} ${t('imports.map.details')}`}
        >
          {t('imports.map.details')}
          {set && ' ●'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {type === 'date' && <DateRules {...props} />}
        {type === 'money' && <AmountRules {...props} />}
        {type === 'code' && <CodeMap {...props} codes={props.spec.values ?? []} />}
      </Popover.Dropdown>
    </Popover>
  )
}

/** A date's own format, where it differs from the file's. */
function DateRules(props: {
  readonly entry: EntityFile
  readonly expression: Expression
  onChange(expression: Expression): void
}) {
  const { t } = useTranslation()
  const { entry, expression, onChange } = props
  const change = (format: string) => {
    const { format: _previous, ...rest } = expression.date ?? {}
    const step: DateStep = format === '' ? rest : { ...rest, format: formatsOf(format) }
    onChange(withStep(expression, 'date', Object.keys(step).length === 0 ? undefined : step))
  }
  return (
    <TextInput
      size="xs"
      w={220}
      label={t('imports.map.dateFormat')}
      placeholder={formatsText(entry.dateFormat)}
      title={t('imports.map.dateFormatHint')}
      value={formatsText(expression.date?.format ?? '')}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
