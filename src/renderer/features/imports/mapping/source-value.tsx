import { Group, Select, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Expression } from '../../../../shared/contract/import-expression.ts'
import { type SourceChoices, sourceKindOf } from '../profile/source.ts'
import { AdvancedExpression } from './advanced-expression.tsx'
import { CodeSelect, ColumnSelect } from './selects.tsx'

interface SourceValueProps {
  readonly name: string
  readonly expression: Expression
  readonly choices: SourceChoices
  onChange(expression: Expression): void
}

/** The control for a source: a column, a text, a code, a lookup with its key, or the expression's own text. */
export function SourceValue(props: SourceValueProps) {
  const { t } = useTranslation()
  const { name, expression, choices, onChange } = props
  const label = `${name} ${t('imports.map.value')}`
  if (sourceKindOf(expression) === 'advanced')
    return <AdvancedExpression label={label} expression={expression} onChange={onChange} />
  if ('column' in expression)
    return (
      <ColumnSelect
        label={label}
        columns={choices.columns}
        column={expression.column}
        onChange={(column) => onChange({ ...expression, column })}
      />
    )
  if ('constant' in expression)
    return choices.codes.length > 0 ? (
      <CodeSelect
        label={label}
        codes={choices.codes}
        code={expression.constant}
        onChange={(constant) => onChange({ ...expression, constant: constant ?? '' })}
      />
    ) : (
      <TextInput
        size="xs"
        aria-label={label}
        value={expression.constant}
        onChange={(event) => onChange({ ...expression, constant: event.currentTarget.value })}
      />
    )
  if ('template' in expression)
    return (
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={t('imports.map.templateHint')}
        value={expression.template}
        onChange={(event) => onChange({ ...expression, template: event.currentTarget.value })}
      />
    )
  return 'lookup' in expression ? <LookupValue {...props} expression={expression} /> : null
}

type LookupExpression = Extract<Expression, { readonly lookup: string }>

function LookupValue({
  name,
  expression,
  choices,
  onChange,
}: Omit<SourceValueProps, 'expression'> & { readonly expression: LookupExpression }) {
  const { t } = useTranslation()
  const { lookups, columns } = choices
  const lookup = lookups.find((each) => each.name === expression.lookup)
  const by = 'column' in expression.by ? expression.by.column : ''
  if (lookups.length === 0)
    return (
      <Text size="xs" c="orange">
        {t('imports.map.noLookup')}
      </Text>
    )
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        size="xs"
        aria-label={`${name} ${t('imports.map.lookupName')}`}
        data={lookups.map((each) => each.name)}
        value={expression.lookup}
        allowDeselect={false}
        onChange={(value) => {
          const chosen = lookups.find((each) => each.name === value)
          if (chosen !== undefined)
            onChange({ ...expression, lookup: chosen.name, take: chosen.take[0] ?? '' })
        }}
      />
      <ColumnSelect
        label={`${name} ${t('imports.map.lookupBy')}`}
        columns={columns}
        column={by}
        onChange={(column) => onChange({ ...expression, by: { column } })}
      />
      <ColumnSelect
        label={`${name} ${t('imports.map.lookupTake')}`}
        columns={lookup?.take ?? []}
        column={expression.take}
        onChange={(take) => onChange({ ...expression, take })}
      />
    </Group>
  )
}
