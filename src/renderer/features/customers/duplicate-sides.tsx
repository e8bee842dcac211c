import { Button, Group, Paper, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CUSTOMER_FIELDS, type DuplicatePair } from '../../../shared/contract/customers.ts'
import { useFieldText } from './panel/field-text.ts'

/** Two records side by side, masked; what differs is bold, so that the eye goes there first. */
export function DuplicateSides(props: {
  readonly pair: DuplicatePair
  readonly busy: boolean
  onDecide(decision: 'same' | 'different'): void
}) {
  const { t } = useTranslation()
  const fieldText = useFieldText()
  const { pair } = props
  const sides = [pair.left, pair.right].map((side) => new Map(side.fields.map((each) => [each.field, each])))
  const rows = CUSTOMER_FIELDS.flatMap((field) => {
    const [left, right] = sides.map((side) => side.get(field))
    return left === undefined && right === undefined ? [] : [{ field, left, right }]
  })
  return (
    <Paper withBorder p="sm" component="section" aria-label={t(`customers.duplicates.reason.${pair.reason}`)}>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={600}>
          {t(`customers.duplicates.reason.${pair.reason}`)}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={props.busy} onClick={() => props.onDecide('different')}>
            {t('customers.duplicates.different')}
          </Button>
          <Button disabled={props.busy} onClick={() => props.onDecide('same')}>
            {t('customers.duplicates.same')}
          </Button>
        </Group>
      </Group>
      <Table layout="fixed" verticalSpacing={2} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">{t('customers.duplicates.field')}</Table.Th>
            <Table.Th>{pair.left.maskedName}</Table.Th>
            <Table.Th>{pair.right.maskedName}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ field, left, right }) => (
            <Table.Tr key={field} fw={left?.text === right?.text ? 400 : 700}>
              <Table.Td c="dimmed">{t(`customers.field.${field}`)}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{left ? fieldText(left) : '—'}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{right ? fieldText(right) : '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  )
}
