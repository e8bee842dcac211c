import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { LEVELS } from '../../../../shared/domain/work/intent.ts'
import { type Route, type RoutedCell, routeFor, VALUES } from '../../../../shared/domain/work/routing.ts'
import { TargetSelect } from './target-select.tsx'

interface RouteTableProps {
  readonly routes: readonly Route[]
  /** Who can be chosen. */
  readonly staff: readonly StaffRow[]
  /** Everybody, to name who was chosen once. */
  readonly names: readonly StaffRow[]
  readonly cells: readonly RoutedCell[]
  readonly editable: boolean
  onChange(cell: Route, part: Partial<Pick<Route, 'to' | 'backup'>>): void
}

/** Value down, intent across, as in the grid of the work lists (I3); in each cell who takes over and who stands behind. */
export function RouteTable(props: RouteTableProps) {
  const { t } = useTranslation()
  return (
    <Table withTableBorder withColumnBorders verticalSpacing="xs" layout="fixed" my="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={104}>{t('referrals.routes.corner')}</Table.Th>
          {LEVELS.map((level) => (
            <Table.Th key={level}>
              {t('referrals.routes.level', { level: t(`intents.level.${level}`) })}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {VALUES.map((value) => (
          <Table.Tr key={value}>
            <Table.Th scope="row">
              {t('referrals.routes.value', { value: t(`intents.level.${value}`) })}
            </Table.Th>
            {LEVELS.map((level) => (
              <Table.Td key={level}>
                <Cell {...props} route={routeFor(props.routes, value, level)} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Cell({
  route,
  staff,
  names,
  cells,
  editable,
  onChange,
}: RouteTableProps & { readonly route: Route }) {
  const { t } = useTranslation()
  const where = { value: t(`intents.level.${route.value}`), level: t(`intents.level.${route.level}`) }
  const today = cells.find(({ value, level }) => value === route.value && level === route.level)
  return (
    <>
      <TargetSelect
        label={t('referrals.routes.to')}
        fullName={t('referrals.routes.toIn', where)}
        target={route.to}
        staff={staff}
        names={names}
        editable={editable}
        onChange={(to) => to !== null && onChange(route, { to })}
      />
      <TargetSelect
        label={t('referrals.routes.backup')}
        fullName={t('referrals.routes.backupIn', where)}
        target={route.backup}
        staff={staff}
        names={names}
        editable={editable}
        mayBeNobody
        onChange={(backup) => onChange(route, { backup })}
      />
      <Today cell={today} names={names} />
    </>
  )
}

/** Who would get today's work of this cell. */
function Today({
  cell,
  names,
}: {
  readonly cell: RoutedCell | undefined
  readonly names: readonly StaffRow[]
}) {
  const { t } = useTranslation()
  const people = (cell?.receivers ?? []).map(({ no, count }) =>
    t('referrals.routes.one', { name: names.find((each) => each.no === no)?.name ?? no, count }),
  )
  if (cell !== undefined && cell.unplaced > 0) {
    people.push(t('referrals.routes.unplaced', { count: cell.unplaced }))
  }
  return (
    <Text size="xs" mt={4} c={people.length === 0 ? 'dimmed' : 'var(--mantine-color-text)'}>
      {people.length === 0
        ? t('referrals.routes.todayNone')
        : t('referrals.routes.today', {
            count: cell?.count ?? 0,
            people: people.join(t('app.listSeparator')),
          })}
    </Text>
  )
}
