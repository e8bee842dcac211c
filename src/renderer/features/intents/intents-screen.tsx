import { Group, SegmentedControl, Stack, Title } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { INTENT_SORTS, type IntentRow } from '../../../shared/contract/intents.ts'
import type { LayoutOf, ListLayout } from '../../../shared/contract/lists.ts'
import { type ColumnOf, DEFAULT_COLUMNS, LIST_COLUMNS } from '../../../shared/domain/branch/list-columns.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { GridCell } from '../../../shared/domain/work/intent-grid.ts'
import { call } from '../../ipc/bridge.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { usePages } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useSequence } from '../../router/sequence.tsx'
import { ColumnsMenu } from '../../shared/lists/columns-menu.tsx'
import { ExportList } from '../../shared/lists/export-list.tsx'
import { OrderChoice } from '../../shared/lists/order-choice.tsx'
import { type KeptLayout, useListLayout } from '../../shared/lists/use-list-layout.ts'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { whoText } from '../../shared/person/who.ts'
import { PrintList } from '../../shared/print/print-list.tsx'
import { WorkOnMany } from '../../shared/work/many/work-on-many.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { useRowMarks } from '../../ui/row-marks.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { ANY_INTENT, IntentChoices, isNarrowed } from './intent-choices.tsx'
import { IntentRowLine } from './intent-row.tsx'
import classes from './intents-screen.module.css'
import { ValueIntentGrid } from './value-intent-grid.tsx'

const PAGE_ROWS = 100

const USUAL: LayoutOf<'intents'> = {
  list: 'intents',
  columns: [...DEFAULT_COLUMNS.intents],
  sort: 'grid',
  reversed: false,
}

function isOfIntents(layout: ListLayout): layout is LayoutOf<'intents'> {
  return layout.list === 'intents'
}

type Whose = 'mine' | 'all'

/**
 * The open intents: how they lie in the grid, and the list in the order that was chosen (I1, I2, I3).
 * @param props.report what became of the prompts, behind a button
 */
export function IntentsScreen(props: { readonly report: ReactNode }) {
  const kept = useListLayout(USUAL, isOfIntents)
  return kept === null ? <Waiting lines={8} /> : <LaidOut {...props} kept={kept} />
}

function LaidOut(props: { readonly report: ReactNode; readonly kept: KeptLayout<LayoutOf<'intents'>> }) {
  const { t } = useTranslation()
  const { layout, change } = props.kept
  const { columns, sort, reversed } = layout
  const { staff } = useOpenSession()
  const seesAll = sharesOutWork(staff.role)
  const [whose, setWhose] = useState<Whose>(seesAll ? 'all' : 'mine')
  const [cell, setCell] = useState<GridCell | null>(null)
  const [choice, setChoice] = useState(ANY_INTENT)
  const { colleagueNo, ...asked } = choice
  const request = { ...asked, sort, reversed, cell, ownerNo: whose === 'mine' ? staff.no : colleagueNo }
  const pages = usePages('intents.list', request, (cursor) =>
    call('intents.list', { ...request, cursor, limit: PAGE_ROWS }),
  )
  const { hasNextPage, isFetching, fetchNextPage } = pages
  const rows = pages.data?.pages.flatMap((page) => page.rows)
  const first = pages.data?.pages[0]
  const cells = first?.cells ?? []
  return (
    <div className={classes.screen}>
      <Stack gap="xs" p="md" pb={6}>
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} size="h4">
            {t('intents.title', { count: cells.reduce((sum, { count }) => sum + count, 0) })}
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
        <ValueIntentGrid cells={cells} chosen={cell} onChoose={setCell} />
        <IntentChoices
          choice={choice}
          total={first?.total ?? null}
          choosesOwner={seesAll && whose === 'all'}
          onChange={setChoice}
        >
          <OrderChoice
            sorts={INTENT_SORTS}
            words="intents.sort"
            order={{ sort, reversed }}
            onChange={(order) => change({ ...layout, ...order })}
          />
          <ColumnsMenu
            all={LIST_COLUMNS.intents}
            shown={columns}
            onChange={(shown) => change({ ...layout, columns: shown })}
          />
          <PrintList
            shows={{ list: 'intents', asked: request, columns: [...columns] }}
            disabled={rows?.length === 0}
          />
          <ExportList request={{ list: 'intents', asked: request }} />
        </IntentChoices>
      </Stack>
      <Problem error={pages.error} />
      {pages.isPending && <Waiting lines={8} />}
      {rows?.length === 0 && (
        <Empty
          title={t(
            isNarrowed(choice) ? 'lists.noneLeft' : cell === null ? 'intents.none' : 'intents.noneInCell',
          )}
          text={t(
            isNarrowed(choice)
              ? 'lists.noneLeftHelp'
              : cell === null
                ? 'intents.noneHelp'
                : 'intents.noneInCellHelp',
          )}
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <IntentList
          rows={rows}
          columns={columns}
          onEndNear={() => {
            if (hasNextPage && !isFetching) void fetchNextPage()
          }}
        />
      )}
    </div>
  )
}

const ROW_HEIGHT = 52

/** Open intents in the engine's order; opening one shows its person, and several can be handed over or put off. */
function IntentList(props: {
  readonly rows: readonly IntentRow[]
  readonly columns: readonly ColumnOf<'intents'>[]
  onEndNear(): void
}) {
  const { t } = useTranslation()
  const { rows, columns, onEndNear } = props
  const person = useRowPerson()
  const follow = useSequence(rows.map(({ customer }) => customer.uid))
  const marks = useRowMarks()
  return (
    <>
      <WorkOnMany
        of="intents"
        marks={marks}
        rows={rows.map(({ intent, customer }) => ({
          uid: intent.uid,
          who: `${whoText(customer)} · ${t(`intents.product.${intent.product}`)}`,
        }))}
      />
      <RowList
        label={t('intents.list')}
        rows={rows}
        takesFocus="if-free"
        rowHeight={ROW_HEIGHT}
        marks={marks}
        follow={follow}
        keyOf={(row) => row.intent.uid}
        personOf={(row) => row.customer.uid}
        isAnother={(row) => person.isAnother(row.customer.uid)}
        render={(row) => <IntentRowLine row={row} columns={columns} />}
        onSelect={(row) => person.select(row.customer.uid)}
        onOpen={(row) => person.open(row.customer.uid)}
        onEndNear={onEndNear}
      />
    </>
  )
}
