import { Button } from '@mantine/core'
import IconChecklist from '@tabler/icons-react/icons/IconChecklist'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowupList as List } from '../../../shared/contract/followups.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { call } from '../../ipc/bridge.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { useNavigation, useRoute } from '../../router/navigation.tsx'
import { useSequence } from '../../router/sequence.tsx'
import { useRequest } from '../../router/use-request.ts'
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
import { FollowupList } from './followup-list.tsx'
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
  const { t } = useTranslation()
  const { choose } = useNavigation()
  const { staff } = useOpenSession()
  const [chosen, setChosen] = useState<ChosenList>({ ownerNo: null, asOf: null })
  const recording = useRecording()
  const list = useOperation('followups.list', chosen)
  const print = useCommand('followups.preview')
  const language = keptLanguage()
  const printList = () => print.mutate({ ...chosen, language })
  useRequest('print-list', printList)
  const morning = useCommand('followups.previewMorning')
  const printMorning = () => morning.mutate({ language })
  useRequest('print-morning', printMorning)
  const { group } = useRoute('followups')
  const shown = list.data === undefined ? undefined : onlyGroup(list.data, group)
  const rows = shown?.rows ?? []
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
            disabled={rows.length === 0}
          >
            {t('followups.print.button')}
          </Button>
        </>
      }
    >
      <Problem error={recording.scan.error ?? list.error} />
      <ClosedRow recording={recording} />
      {list.isPending && <Waiting lines={10} />}
      {list.data !== undefined && rows.length === 0 && (
        <Empty
          title={t('followups.emptyTitle')}
          text={t('followups.empty', { day: shortDay(list.data.asOf, t) })}
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
            list={shown}
            marks={marks}
            follow={follow}
            onOpen={(row) => choose(row.customer.uid)}
            onRecord={recording.record}
          />
        </>
      )}
      <RecordedRow recording={recording} />
      <PrintPreview
        print={print}
        freeze={({ ownerNo, asOf }) => call('followups.print', { ownerNo, asOf, language })}
      />
      <PrintPreview print={morning} freeze={() => call('followups.printMorning', { language })} />
    </Screen>
  )
}

/** A list cut down to what was asked for; everything where nothing was. */
function onlyGroup(list: List, group: Group | undefined): List {
  return group === undefined ? list : { ...list, rows: list.rows.filter((row) => row.group === group) }
}

/** Says that only a part is shown, and leads to all of it. */
function ShownGroup({ group }: { readonly group: Group }) {
  const { t } = useTranslation()
  const { go } = useNavigation()
  return (
    <Button variant="light" onClick={() => go({ screen: 'followups', view: 'day' })}>
      {t('followups.onlyGroup', { group: t(`followups.group.${group}`) })} ✕
    </Button>
  )
}

/** What those who share out the work open and close the day with. */
function MeetingButtons({ onMorning }: { onMorning(): void }) {
  const { t } = useTranslation()
  const { go } = useNavigation()
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
