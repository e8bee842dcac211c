import { Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { LayoutOf, ListLayout } from '../../../shared/contract/lists.ts'
import {
  MOST_REFERRALS,
  REFERRAL_SORTS,
  type ReferralList,
  type ReferralRow,
  type ReferralSubject,
} from '../../../shared/contract/referrals.ts'
import { type ColumnOf, DEFAULT_COLUMNS, LIST_COLUMNS } from '../../../shared/domain/branch/list-columns.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { type IntentLevel, LEVELS } from '../../../shared/domain/work/intent.ts'
import {
  OPEN_REFERRAL_STATES,
  REFERRAL_STATES,
  type ReferralState,
} from '../../../shared/domain/work/referral.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useRoute, useSteps } from '../../router/navigation.tsx'
import type { ScreenParameters } from '../../router/place.ts'
import { useSequence } from '../../router/sequence.tsx'
import { actionOfKey, actionsFor } from '../../shared/keys/referral-keys.ts'
import { ColumnsMenu } from '../../shared/lists/columns-menu.tsx'
import { ExportList } from '../../shared/lists/export-list.tsx'
import { OrderChoice } from '../../shared/lists/order-choice.tsx'
import { type KeptLayout, useListLayout } from '../../shared/lists/use-list-layout.ts'
import { LevelChoice, ProductChoice } from '../../shared/lists/work-choices.tsx'
import { useRowPerson } from '../../shared/person/use-row-person.ts'
import { PrintList } from '../../shared/print/print-list.tsx'
import { isPlainKey } from '../../ui/composition.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { useRowMarks } from '../../ui/row-marks.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AnswerMany, type ManyAnswer } from './answer-many.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { ReferralDetail } from './referral-detail.tsx'
import { ReferralLine } from './referral-line.tsx'
import classes from './referrals.module.css'
import { StateChoice } from './state-choice.tsx'
import { subjectWho } from './subject-text.ts'
import { useReferralActions } from './use-referral-actions.ts'

const ROW_HEIGHT = 52
const PAGE_ROWS = 100
/** The clock shows minutes, so it is read anew every minute. */
const CLOCK_MS = 60_000

type View = InputOf<'referrals.list'>['view']

/** What a view is narrowed to. */
interface ReferralFilter {
  readonly product: ProductCode | null
  readonly level: IntentLevel | null
  readonly state: ReferralState | null
}

const ANY_REFERRAL: ReferralFilter = { product: null, level: null, state: null }

/** What can stand in each view: nothing that is closed is left to do. */
const STATES_IN: Readonly<Record<View, readonly ReferralState[]>> = {
  'to-do': OPEN_REFERRAL_STATES,
  referred: REFERRAL_STATES,
  all: REFERRAL_STATES,
}

/** What waits for me, and what became of what I handed on (L8). */
export function ReferralsScreen() {
  const kept = useListLayout(USUAL, isOfReferrals)
  const asks = useRoute('referrals')
  return kept === null ? (
    <Waiting lines={8} />
  ) : (
    <LaidOut key={`${asks.view} ${asks.state}`} kept={kept} asks={asks} />
  )
}

const USUAL: LayoutOf<'referrals'> = {
  list: 'referrals',
  columns: [...DEFAULT_COLUMNS.referrals],
  sort: 'usual',
  reversed: false,
}

function isOfReferrals(layout: ListLayout): layout is LayoutOf<'referrals'> {
  return layout.list === 'referrals'
}

function LaidOut(props: {
  readonly kept: KeptLayout<LayoutOf<'referrals'>>
  /** What whoever came here asked for. */
  readonly asks: ScreenParameters['referrals']
}) {
  const { kept, asks } = props
  const { t } = useTranslation()
  const { layout, change } = kept
  const { columns, sort, reversed } = layout
  const [filter, setFilter] = useState<ReferralFilter>({ ...ANY_REFERRAL, state: asks.state ?? null })
  const { staff } = useOpenSession()
  const [view, setView] = useState<View>(asks.view ?? (staff.role === 'teller' ? 'referred' : 'to-do'))
  const [limit, setLimit] = useState(PAGE_ROWS)
  const isNarrowed = filter.product !== null || filter.level !== null || filter.state !== null
  const asked = { view, ...filter, sort, reversed }
  const list = useOperation(
    'referrals.list',
    { ...asked, limit },
    { standsIn: (earlier) => JSON.stringify({ ...earlier, limit }) === JSON.stringify({ ...asked, limit }) },
  )
  // The keys are the list's once the screen opens; a referral that comes in later takes them from nobody.
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (list.data !== undefined) setOpened(true)
  }, [list.data])
  useInterval(() => void list.refetch(), CLOCK_MS, { autoInvoke: true })
  const views: readonly View[] = sharesOutWork(staff.role)
    ? ['to-do', 'referred', 'all']
    : ['to-do', 'referred']
  const counts = list.data?.counts
  return (
    <div className={classes.screen}>
      <Stack gap={4} p="md" pb="xs">
        <Group justify="space-between">
          <Title order={1} size="h4">
            {t('referrals.title')}
          </Title>
          {counts !== undefined && (
            <Text size="sm" title={t('referrals.creditHint')}>
              {t('referrals.credit', counts)}
            </Text>
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('referrals.view.label')}
            value={view}
            onChange={(value) => {
              setView(views.find((each) => each === value) ?? view)
              setFilter({ ...filter, state: null })
            }}
            data={views.map((value) => ({
              value,
              label: t(`referrals.view.${value}`, { count: counts?.toAccept ?? 0 }),
            }))}
          />
        </Group>
        <Group gap={6}>
          <ProductChoice product={filter.product} onChange={(product) => setFilter({ ...filter, product })} />
          <LevelChoice
            levels={LEVELS}
            level={filter.level}
            onChange={(level) => setFilter({ ...filter, level })}
          />
          <StateChoice
            states={STATES_IN[view]}
            state={filter.state}
            onChange={(state) => setFilter({ ...filter, state })}
          />
          <OrderChoice
            sorts={REFERRAL_SORTS}
            words="lists.sortOf.referrals"
            order={{ sort, reversed }}
            onChange={(order) => change({ ...layout, ...order })}
          />
          <ColumnsMenu
            all={LIST_COLUMNS.referrals}
            shown={columns}
            onChange={(shown) => change({ ...layout, columns: shown })}
          />
          <PrintList
            shows={{ list: 'referrals', asked, columns: [...columns] }}
            disabled={list.data?.rows.length === 0}
          />
          <ExportList request={{ list: 'referrals', asked }} />
        </Group>
        <Text size="xs" c="dimmed">
          {list.data !== undefined && `${t('notices.total', { total: list.data.total })} · `}
          {t('referrals.keys')}
        </Text>
      </Stack>
      <Problem error={list.error} />
      {list.isPending && <Waiting lines={8} />}
      {list.data?.rows.length === 0 && (
        <Empty
          title={t(isNarrowed ? 'lists.noneLeft' : `referrals.none.${view}`)}
          text={t(isNarrowed ? 'lists.noneLeftHelp' : `referrals.noneHelp.${view}`)}
        />
      )}
      {list.data !== undefined && list.data.rows.length > 0 && (
        <Rows
          key={JSON.stringify(asked)}
          list={list.data}
          columns={columns}
          opening={!opened}
          onEndNear={() => {
            const { rows, total } = list.data
            if (rows.length >= limit && total > limit) setLimit(Math.min(limit + PAGE_ROWS, MOST_REFERRALS))
          }}
        />
      )}
    </div>
  )
}

function Rows(props: {
  readonly list: ReferralList
  readonly columns: readonly ColumnOf<'referrals'>[]
  readonly opening: boolean
  onEndNear(): void
}) {
  const { list, columns, opening, onEndNear } = props
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { ask } = useSteps()
  const person = useRowPerson()
  const actions = useReferralActions()
  const marks = useRowMarks()
  const [asking, setAsking] = useState<ManyAnswer | null>(null)
  const follow = useSequence(
    list.rows.flatMap(({ subject }) => (subject.kind === 'customer' ? [subject.customer.uid] : [])),
  )
  const [at, setAt] = useState<string | null>(null)
  const current = list.rows.find(({ uid }) => uid === at) ?? list.rows[0]
  const onKey = (event: KeyboardEvent, row: ReferralRow) => {
    if (!isPlainKey(event) || actions.busy) return false
    if (list.rows.some(({ uid }) => marks.marked.has(uid))) {
      // Whoever marked rows means these and not the one that the cursor happens to be at.
      const answer = actionOfKey(event.key, MANY_ANSWERS)
      if (answer === 'accept' || answer === 'decline') setAsking(answer)
      return answer !== null
    }
    const action = actionOfKey(event.key, actionsFor(row, staff))
    if (action !== null) actions.start(action, row)
    return action !== null
  }
  return (
    <>
      <Problem error={actions.error} />
      <AnswerMany
        marks={marks}
        asking={asking}
        ask={setAsking}
        rows={list.rows.map(({ uid, subject, product }) => ({
          uid,
          who: `${subjectWho(subject, t)} · ${t(`intents.product.${product}`)}`,
        }))}
      />
      <RowList
        marks={marks}
        label={t('referrals.list')}
        rows={list.rows}
        takesFocus={opening ? 'unless-typing' : 'if-free'}
        rowHeight={ROW_HEIGHT}
        keyOf={(row) => row.uid}
        isAnother={({ subject }) => person.isAnother(customerUidOf(subject))}
        onSelect={({ subject }) => person.select(customerUidOf(subject))}
        render={(row) => <ReferralLine row={row} columns={columns} />}
        onOpen={({ subject }) =>
          subject.kind === 'customer'
            ? person.open(subject.customer.uid)
            : ask({ kind: 'lead', leadUid: subject.leadUid })
        }
        onCursor={(row) => setAt(row.uid)}
        onEndNear={onEndNear}
        follow={follow}
        personOf={({ subject }) => customerUidOf(subject)}
        onKey={onKey}
      />
      {current !== undefined && !person.isAnother(customerUidOf(current.subject)) && (
        <ReferralDetail row={current} busy={actions.busy} onAction={actions.start} />
      )}
      {actions.asked !== null && (
        <OutcomeDialog
          {...actions.asked}
          saving={actions.busy}
          error={actions.dialogError}
          onSave={actions.save}
          onClose={actions.cancel}
        />
      )}
    </>
  )
}

/** What can be done with several at once. */
const MANY_ANSWERS: readonly ManyAnswer[] = ['accept', 'decline']

/** Null for a stranger, whom nobody on the right can be. */
function customerUidOf(subject: ReferralSubject): string | null {
  return subject.kind === 'customer' ? subject.customer.uid : null
}
