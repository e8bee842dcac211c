import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayStep } from '../../../shared/contract/undo.ts'
import { MOVE_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { call } from '../../ipc/bridge.ts'
import { usePages } from '../../ipc/operations.ts'
import { useOverlay } from '../../router/navigation.tsx'
import { plainWords, subjectWords } from '../../shared/undo/step-words.ts'
import { useSecondsLeft } from '../../shared/undo/use-newest-step.ts'
import { useTakeBack } from '../../shared/undo/use-take-back.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { Empty } from '../../ui/empty.tsx'
import { shanghaiTime } from '../../ui/instants.ts'
import { Problem } from '../../ui/problem.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './my-day.module.css'

/** 我今天做的 (X2): what the signed-in person wrote today, over any screen. */
export function MyDay() {
  const { t } = useTranslation()
  const { shown, close } = useOverlay('my-day')
  return (
    <Modal
      opened={shown}
      onClose={close}
      title={t('undo.day.title')}
      size={860}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <StepsOfToday />
    </Modal>
  )
}

function StepsOfToday() {
  const { t } = useTranslation()
  const pages = usePages('undo.today', 'mine', (cursor) => call('undo.today', { cursor }))
  const taking = useTakeBack()
  const steps = pages.data?.pages.flatMap((page) => page.steps) ?? []
  const undo = () => {
    if (!taking.busy) taking.takeNewest()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event) || event.nativeEvent.code !== `Key${MOVE_LETTER.undo}`) return
    event.preventDefault()
    undo()
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <Problem error={taking.error ?? pages.error} />
      {pages.isPending && <Waiting lines={6} />}
      {pages.data !== undefined && steps.length === 0 && (
        <Empty title={t('undo.day.none')} text={t('undo.day.noneHelp')} />
      )}
      {steps.length > 0 && <StepTable steps={steps} busy={taking.busy} onUndo={undo} />}
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('undo.day.keys')}
        </Text>
        {pages.hasNextPage && (
          <Button variant="default" loading={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {t('undo.day.more')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

const COLUMNS = ['at', 'what', 'who', 'state'] as const

function StepTable(props: { readonly steps: readonly DayStep[]; readonly busy: boolean; onUndo(): void }) {
  const { t } = useTranslation()
  return (
    // The keys of the dialog work wherever the focus is in it, and the list scrolls by them.
    <ScrollRegion className={classes.scroll} label={t('undo.day.title')} data-autofocus>
      <table className={classes.steps}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`undo.day.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.steps.map((step) => (
            <tr key={step.seq}>
              <td className={classes.at}>{shanghaiTime(step.at).slice(TIME_OF_DAY)}</td>
              <td>{plainWords(step, t)}</td>
              <td className={classes.who}>{subjectWords(step.subject, t) || '—'}</td>
              <td className={classes.state}>
                <StateOf step={step} busy={props.busy} onUndo={props.onUndo} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Where the time of day begins in a day and time. */
const TIME_OF_DAY = 11

/** What takes the step back, for as long as that is possible, or why nothing does. */
function StateOf(props: { readonly step: DayStep; readonly busy: boolean; onUndo(): void }) {
  const { t } = useTranslation()
  const { state } = props.step
  const left = useSecondsLeft(state.kind === 'open' ? state.untilAt : 0)
  if (state.kind === 'open' && left > 0) {
    return (
      <Button
        size="compact-sm"
        variant="light"
        loading={props.busy}
        aria-keyshortcuts={MOVE_LETTER.undo}
        onClick={props.onUndo}
      >
        {t('undo.day.takeBack', { seconds: left })} {MOVE_LETTER.undo}
      </Button>
    )
  }
  return (
    <Text size="xs" c="dimmed">
      {t(`undo.day.state.${state.kind === 'open' ? 'too-late' : state.kind}`)}
    </Text>
  )
}
