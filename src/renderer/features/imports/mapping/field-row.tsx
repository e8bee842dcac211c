import { Select, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Expression } from '../../../../shared/contract/import-expression.ts'
import type { EntityFile, LookupFile } from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import type { FieldSpec } from '../../../../shared/domain/imports/import-fields.ts'
import { SOURCE_KINDS, type SourceChoices, sourceKindOf, withKind } from '../profile/source.ts'
import classes from './mapping.module.css'
import { firstSample } from './samples.ts'
import { SourceValue } from './source-value.tsx'
import { StepDetails } from './step-details.tsx'

/** A field of the mapping: its name, its source, the source's value, the rules on the way, and what comes of it. */
export function FieldRow(props: {
  readonly name: string
  readonly spec: FieldSpec
  readonly entry: EntityFile
  readonly expression: Expression | undefined
  readonly sample: DetectedFile | null
  readonly lookups: readonly LookupFile[]
  onChange(expression: Expression | null): void
}) {
  const { t } = useTranslation()
  const { name, spec, expression, sample, lookups, onChange } = props
  const kind = sourceKindOf(expression)
  const choices: SourceChoices = {
    columns: sample?.header ?? [],
    lookups,
    codes: spec.values ?? [],
  }
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={spec.required ? 600 : 400}>
          {name}
          {spec.required && (
            <Text span size="xs" c="dimmed">
              {' '}
              {t('imports.map.required')}
            </Text>
          )}
        </Text>
      </Table.Td>
      <Table.Td w={110}>
        <Select
          size="xs"
          aria-label={`${name} ${t('imports.map.source')}`}
          allowDeselect={false}
          data={SOURCE_KINDS.map((value) => ({ value, label: t(`imports.map.kind.${value}`) }))}
          value={kind}
          onChange={(value) => {
            const wanted = SOURCE_KINDS.find((each) => each === value)
            if (wanted !== undefined) onChange(withKind(wanted, expression, choices))
          }}
        />
      </Table.Td>
      <Table.Td>
        {expression !== undefined && (
          <SourceValue name={name} expression={expression} choices={choices} onChange={onChange} />
        )}
      </Table.Td>
      <Table.Td w={96}>
        {expression !== undefined && kind !== 'advanced' && kind !== 'constant' && (
          <StepDetails
            name={name}
            spec={spec}
            entry={props.entry}
            expression={expression}
            sample={sample}
            onChange={onChange}
          />
        )}
      </Table.Td>
      <Table.Td className={classes.sample}>{firstSample(expression, sample)}</Table.Td>
    </Table.Tr>
  )
}
