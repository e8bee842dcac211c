import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntentRow } from '../../../shared/contract/intents.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { IntentRowLine } from './intent-row.tsx'
import classes from './intents-screen.module.css'
import { type GridCell, isInCell, ValueIntentGrid } from './value-intent-grid.tsx'

/** As many as the engine gives at once. */
const MOST_INTENTS = 500

type Whose = 'mine' | 'all'

/**
 * The open intents: how they lie in the grid, and the list in its order (I1, I2, I3).
 * @param props.report what became of the prompts, behind a button
 */
export function IntentsScreen(props: { readonly report: ReactNode }) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const seesAll = sharesOutWork(staff.role)
  const [whose, setWhose] = useState<Whose>(seesAll ? 'all' : 'mine')
  const [cell, setCell] = useState<GridCell | null>(null)
  const ownerNo = whose === 'mine' ? staff.no : null
  const intents = useOperation('intents.list', { ownerNo, limit: MOST_INTENTS })
  const rows = intents.data ?? []
  const shown = cell === null ? rows : rows.filter((row) => isInCell(row, cell))
  return (
    <div className={classes.screen}>
      <Stack gap="xs" p="md">
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} size="h4">
            {t('intents.title', { count: rows.length })}
          </Title>
          <Group gap="xs" wrap="nowrap">
            {mayCall(staff.role, 'prompts.report') && props.report}
            {seesAll && (
              <SegmentedControl
                size="xs"
                aria-label={t('intents.whose')}
                value={whose}
                onChange={(value) => setWhose(value === 'mine' ? 'mine' : 'all')}
                data={[
                  { value: 'mine', label: t('intents.mine') },
                  { value: 'all', label: t('intents.all') },
                ]}
              />
            )}
          </Group>
        </Group>
        <ValueIntentGrid rows={rows} chosen={cell} onChoose={setCell} />
        {rows.length === MOST_INTENTS && (
          <Text size="xs" c="dimmed">
            {t('intents.first', { shown: MOST_INTENTS })}
          </Text>
        )}
      </Stack>
      <Problem error={intents.error} />
      {intents.isPending && <Waiting lines={8} />}
      {intents.data !== undefined && shown.length === 0 && (
        <Empty
          title={t(cell === null ? 'intents.none' : 'intents.noneInCell')}
          text={t(cell === null ? 'intents.noneHelp' : 'intents.noneInCellHelp')}
        />
      )}
      {shown.length > 0 && <IntentList rows={shown} />}
    </div>
  )
}

const ROW_HEIGHT = 52

/** Open intents in the engine's order; opening one shows its person. */
function IntentList({ rows }: { readonly rows: readonly IntentRow[] }) {
  const { t } = useTranslation()
  const person = useRowPerson()
  return (
    <RowList
      label={t('intents.list')}
      rows={rows}
      takesFocus="if-free"
      rowHeight={ROW_HEIGHT}
      keyOf={(row) => row.intent.uid}
      isAnother={(row) => person.isAnother(row.customer.uid)}
      render={(row) => <IntentRowLine row={row} />}
      onSelect={(row) => person.select(row.customer.uid)}
      onOpen={(row) => person.open(row.customer.uid)}
    />
  )
}
