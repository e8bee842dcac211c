import { Alert, Button, Text } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowupRow } from '../../../shared/contract/followups.ts'
import { sharesOutWork } from '../../../shared/domain/roles.ts'
import { keptLanguage } from '../../app/language.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCommand, useOperation } from '../../app/operations.ts'
import { useOpenSession } from '../../app/session.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { EveningCheck } from './evening-check.tsx'
import { FollowupList } from './followup-list.tsx'
import { type ChosenList, ListChoice } from './list-choice.tsx'
import { PrintPreview } from './print-preview.tsx'
import { PrintedLists } from './printed-lists.tsx'
import { ScanBox } from './scan-box.tsx'

/** Whom to speak to next and by when; in the evening, what became of the lists that were printed. */
export function FollowupsScreen() {
  const { evening } = useNavigation()
  const { staff } = useOpenSession()
  return evening && sharesOutWork(staff.role) ? <EveningCheck /> : <DayOfFollowups />
}

/** The list of a day, its contacts, and the list on paper (F1–F6). */
function DayOfFollowups() {
  const { t } = useTranslation()
  const { choose } = useNavigation()
  const { staff } = useOpenSession()
  const [chosen, setChosen] = useState<ChosenList>({ ownerNo: null, asOf: null })
  const [recording, setRecording] = useState<FollowupRow | null>(null)
  const list = useOperation('followups.list', chosen)
  const scan = useCommand('followups.findRow')
  const print = useCommand('followups.print')
  const look = (barcode: string) =>
    scan.mutate({ barcode }, { onSuccess: (found) => found.stillOpen && setRecording(found.line) })
  const language = keptLanguage()
  const printList = () => print.mutate({ ...chosen, language })
  usePrintAsked(printList)
  const morning = useCommand('followups.printMorning')
  const printMorning = () => morning.mutate({ language })
  useMorningAsked(printMorning)
  const rows = list.data?.rows ?? []
  return (
    <Screen
      title={t('app.rail.followups')}
      actions={
        <>
          <ScanBox busy={recording !== null} onCode={look} />
          <ListChoice chosen={chosen} onChange={setChosen} />
          <PrintedLists />
          {sharesOutWork(staff.role) && <MeetingButtons onMorning={printMorning} />}
          <Button onClick={printList} disabled={rows.length === 0}>
            {t('followups.print.button')}
          </Button>
        </>
      }
    >
      <Problem error={scan.error ?? list.error} />
      {scan.data?.stillOpen === false && (
        <Alert p="xs" withCloseButton closeButtonLabel={t('app.close')} onClose={scan.reset} role="status">
          <Text size="sm">
            {t('followups.scanClosed', { printNo: scan.data.printNo, row: scan.data.row })}
          </Text>
        </Alert>
      )}
      {list.isPending && <Waiting lines={10} />}
      {list.data !== undefined && rows.length === 0 && (
        <Empty
          title={t('followups.emptyTitle')}
          text={t('followups.empty', { day: shortDay(list.data.asOf, t) })}
        />
      )}
      {list.data !== undefined && rows.length > 0 && (
        <FollowupList list={list.data} onOpen={(row) => choose(row.customer.uid)} onRecord={setRecording} />
      )}
      {recording !== null && (
        <ContactDialog
          intent={recording.intent}
          customerName={recording.customer.maskedName}
          closedChannels={recording.closedChannels}
          opened
          onClose={() => setRecording(null)}
        />
      )}
      <PrintPreview print={print} />
      <PrintPreview print={morning} />
    </Screen>
  )
}

/** What those who share out the work open and close the day with. */
function MeetingButtons({ onMorning }: { onMorning(): void }) {
  const { t } = useTranslation()
  const { showEvening } = useNavigation()
  return (
    <>
      <Button variant="default" onClick={onMorning}>
        {t('followups.morning.button')}
      </Button>
      <Button variant="default" onClick={() => showEvening(true)}>
        {t('followups.evening.button')}
      </Button>
    </>
  )
}

/** Prints the morning sheet once when it was asked for somewhere else. */
function useMorningAsked(print: () => void): void {
  const { morningAsked, clearMorningAsked } = useNavigation()
  const takeUp = useEffectEvent(() => {
    clearMorningAsked()
    print()
  })
  useEffect(() => {
    if (morningAsked) takeUp()
  }, [morningAsked])
}

/** Prints the list once when it was asked for somewhere else, such as by its function code. */
function usePrintAsked(print: () => void): void {
  const { printAsked, clearPrintAsked } = useNavigation()
  const takeUp = useEffectEvent(() => {
    clearPrintAsked()
    print()
  })
  useEffect(() => {
    if (printAsked) takeUp()
  }, [printAsked])
}
