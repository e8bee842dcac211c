import { Button } from '@mantine/core'
import IconChecklist from '@tabler/icons-react/icons/IconChecklist'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowupList as List } from '../../../shared/contract/followups.ts'
import type { LayoutOf } from '../../../shared/contract/lists.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { call } from '../../ipc/bridge.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useRoute, useSteps } from '../../router/navigation.tsx'
import { useSequence } from '../../router/sequence.tsx'
import { useRequest } from '../../router/use-request.ts'
import { type KeptLayout, useListLayout } from '../../shared/lists/use-list-layout.ts'
import { whoText } from '../../shared/person/who.ts'
import { PrintPreview } from '../../shared/print/print-preview.tsx'
import { WorkOnMany } from '../../shared/work/many/work-on-many.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { keptLanguage } from '../../ui/language.ts'
import { Problem } from '../../ui/problem.tsx'
import { useRowMarks } from '../../ui/row-marks.ts'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { EveningCheck } from './evening-check.tsx'
import classes from './followup-list.module.css'
import { FollowupList } from './followup-list.tsx'
import {
  ANY_FOLLOWUP,
  countsOf,
  FollowupTools,
  isNarrowed,
  isOfFollowups,
  USUAL_FOLLOWUPS,
} from './followup-tools.tsx'
import { type ChosenList, ListChoice } from './list-choice.tsx'
import { PrintedLists } from './printed-lists.tsx'
import { ClosedRow, RecordedRow, RowScan, useRecording } from './recording-parts.tsx'

type Group = 'overdue' | 'today'

/** Whom to speak to next and by when; in the evening, what became of the lists that were printed. */
export function FollowupsScreen() {
  const { view } = useRoute('followups')
  const { staff } = useOpenSession()
  return view === 'evening' && sharesOutWork(staff.role) ? <EveningCheck /> : <DayOfFollowups />
}

/** The list of a day, its contacts, and the list on paper (F1–F6). */
function DayOfFollowups() {
  const kept = useListLayout(USUAL_FOLLOWUPS, isOfFollowups)
  return kept === null ? <Waiting lines={10} /> : <LaidOut kept={kept} />
}

function LaidOut({ kept }: { readonly kept: KeptLayout<LayoutOf<'followups'>> }) {
  const { t } = useTranslation()
  const { choose } = useSteps()
  const { staff } = useOpenSession()
  const [chosen, setChosen] = useState<ChosenList>({ ownerNo: null, asOf: null })
  const recording = useRecording()
  const [filter, setFilter] = useState(ANY_FOLLOWUP)
  const { group } = useRoute('followups')
  const { columns, sort, reversed } = kept.layout
  const asked = { ...chosen, ...filter, group: group ?? null, sort, reversed }
  const list = useOperation('followups.list', asked)
  const print = useCommand('followups.preview')
  const language = keptLanguage()
  const printList = () => print.mutate({ ...chosen, language })
  useRequest('print-list', printList)
  const morning = useCommand('followups.previewMorning')
  const printMorning = () => morning.mutate({ language })
  useRequest('print-morning', printMorning)
  const shown = list.data
  const rows = shown?.rows ?? []
  // Somebody has work all the same, where nothing is left of it.
  const isPart = isNarrowed(filter) || (group !== undefined && shown !== undefined && !isDone(shown))
  const marks = useRowMarks()
  const follow = useSequence(rows.map(({ customer }) => customer.uid))
  return (
    <Screen
      title={t('app.rail.followups')}
      actions={
        <>
          {group !== undefined && <ShownGroup group={group} />}
          <RowScan recording={recording} />
          <ListChoice chosen={chosen} onChange={setChosen} />
          <PrintedLists />
          {sharesOutWork(staff.role) && <MeetingButtons onMorning={printMorning} />}
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={printList}
            disabled={shown === undefined || isDone(shown)}
          >
            {t('followups.print.button')}
          </Button>
        </>
      }
    >
      <div className={classes.day}>
        <Problem error={recording.scan.error ?? list.error} />
        <ClosedRow recording={recording} />
        <FollowupTools
          total={shown?.total ?? null}
          filter={filter}
          kept={kept}
          asked={asked}
          onFilter={setFilter}
        />
        {list.isPending && <Waiting lines={10} />}
        {list.data !== undefined && rows.length === 0 && (
          <Empty
            title={t(isPart ? 'lists.noneLeft' : 'followups.emptyTitle')}
            text={
              isPart ? t('lists.noneLeftHelp') : t('followups.empty', { day: shortDay(list.data.asOf, t) })
            }
          />
        )}
        {shown !== undefined && rows.length > 0 && (
          <>
            <WorkOnMany
              of="intents"
              marks={marks}
              rows={rows.map(({ intent, customer }) => ({
                uid: intent.uid,
                who: `${whoText(customer)} · ${t(`intents.product.${intent.product}`)}`,
              }))}
            />
            <FollowupList
              list={isNarrowed(filter) ? { ...shown, counts: countsOf(shown.rows) } : shown}
              columns={columns}
              headed={sort === 'daily' || sort === 'due'}
              marks={marks}
              follow={follow}
              onOpen={(row) => choose(row.customer.uid)}
              onRecord={recording.record}
            />
          </>
        )}
      </div>
      <RecordedRow recording={recording} />
      <PrintPreview
        print={print}
        freeze={({ ownerNo, asOf }) => call('followups.print', { ownerNo, asOf, language })}
      />
      <PrintPreview print={morning} freeze={() => call('followups.printMorning', { language })} />
    </Screen>
  )
}

/** Whether that person has nothing to do, however the list is narrowed. */
function isDone({ counts }: List): boolean {
  return Object.values(counts).every((count) => count === 0)
}

/** Says that only a part is shown, and leads to all of it. */
function ShownGroup({ group }: { readonly group: Group }) {
  const { t } = useTranslation()
  const { go } = useSteps()
  return (
    <Button variant="light" onClick={() => go({ screen: 'followups', view: 'day' })}>
      {t('followups.onlyGroup', { group: t(`followups.group.${group}`) })} ✕
    </Button>
  )
}

/** What those who share out the work open and close the day with. */
function MeetingButtons({ onMorning }: { onMorning(): void }) {
  const { t } = useTranslation()
  const { go } = useSteps()
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={onMorning}>
        {t('followups.morning.button')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconChecklist size={16} aria-hidden />}
        onClick={() => go({ screen: 'followups', view: 'evening' })}
      >
        {t('followups.evening.button')}
      </Button>
    </>
  )
}
