import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ComparedPair, CUSTOMER_FIELDS } from '../../../shared/contract/customers.ts'
import { useFieldText } from './panel/panel-text.ts'

/** Two people's fields side by side, masked; what differs is bold, so that the eye goes there first. */
export function ComparedFields(props: {
  readonly compared: ComparedPair
  readonly names: readonly string[]
}) {
  const { t } = useTranslation()
  const fieldText = useFieldText()
  const { left: leftFields, right: rightFields } = props.compared
  const sides = [leftFields, rightFields].map((side) => new Map(side.map((each) => [each.field, each])))
  const rows = CUSTOMER_FIELDS.flatMap((field) => {
    const [left, right] = sides.map((side) => side.get(field))
    return left === undefined && right === undefined ? [] : [{ field, left, right }]
  })
  return (
    <Table layout="fixed" verticalSpacing={2} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="24%">{t('customers.duplicates.field')}</Table.Th>
          <Table.Th>{props.names[0]}</Table.Th>
          <Table.Th>{props.names[1]}</Table.Th>
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
  )
}
