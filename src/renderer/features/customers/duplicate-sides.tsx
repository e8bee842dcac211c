import { Button, Group, Paper, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type ComparedPair,
  CUSTOMER_FIELDS,
  type CustomerLine,
  type DuplicatePair,
} from '../../../shared/contract/customers.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { useFieldText } from './panel/panel-text.ts'

/** A question of the queue: both people on a line, and on asking field beside field, which is recorded. */
export function DuplicateSides(props: {
  readonly pair: DuplicatePair
  readonly busy: boolean
  onDecide(decision: 'same' | 'different'): void
}) {
  const { t } = useTranslation()
  const compare = useCommand('customers.comparePair')
  const { pair } = props
  const sides = [pair.left, pair.right]
  return (
    <Paper withBorder p="sm" component="section" aria-label={t(`customers.duplicates.reason.${pair.reason}`)}>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={600}>
          {t(`customers.duplicates.reason.${pair.reason}`)}
        </Text>
        <Group gap="xs">
          {compare.data === undefined && (
            <Button
              variant="default"
              title={t('customers.duplicates.compareRecorded')}
              loading={compare.isPending}
              onClick={() => compare.mutate({ pairUid: pair.uid })}
            >
              {t('customers.duplicates.compare')}
            </Button>
          )}
          <Button variant="default" disabled={props.busy} onClick={() => props.onDecide('different')}>
            {t('customers.duplicates.different')}
          </Button>
          <Button disabled={props.busy} onClick={() => props.onDecide('same')}>
            {t('customers.duplicates.same')}
          </Button>
        </Group>
      </Group>
      <Problem error={compare.error} />
      {compare.data === undefined ? (
        <Table layout="fixed" verticalSpacing={2} fz="sm">
          <Table.Tbody>
            {sides.map((side) => (
              <Table.Tr key={side.uid}>
                {lineWords(side).map(({ name, text }) => (
                  <Table.Td key={name}>{text}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <ComparedFields compared={compare.data} names={sides.map(({ maskedName }) => maskedName)} />
      )}
    </Paper>
  )
}

function lineWords(line: CustomerLine): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'name', text: line.maskedName },
    { name: 'phone', text: line.maskedPhone ?? '—' },
    { name: 'id', text: line.idTail === null ? '—' : `…${line.idTail}` },
    { name: 'born', text: line.birthYear === null ? '—' : String(line.birthYear) },
  ]
}

/** Two people's fields side by side, masked; what differs is bold, so that the eye goes there first. */
function ComparedFields(props: { readonly compared: ComparedPair; readonly names: readonly string[] }) {
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
