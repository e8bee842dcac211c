import { Button, Group, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayStep } from '../../../shared/contract/undo.ts'
import { MOVE_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { call } from '../../ipc/bridge.ts'
import { usePages } from '../../ipc/operations.ts'
import { useOverlay } from '../../router/navigation.tsx'
import { plainWords, subjectWords } from '../../shared/undo/step-words.ts'
import { useSecondsLeft } from '../../shared/undo/use-newest-step.ts'
import { useTakeBack } from '../../shared/undo/use-take-back.ts'
import { CorrectDialog, type CorrectDialogProps } from '../../shared/work/contact/correct-dialog.tsx'
import { isPlainKey } from '../../ui/composition.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { shanghaiTimeOfDay } from '../../ui/instants.ts'
import { Problem } from '../../ui/problem.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './my-day.module.css'

/** 我今天做的 (X2): what the signed-in person wrote today, over any screen. */
export function MyDay() {
  const { t } = useTranslation()
  const { shown, close } = useOverlay('my-day')
  const [correcting, setCorrecting] = useState<ContactOfStep | null>(null)
  return (
    <>
      <Dialog
        opened={shown}
        onClose={close}
        // The dialog over it has the keys.
        closeOnEscape={correcting === null}
        title={t('undo.day.title')}
        size={860}
      >
        <StepsOfToday onCorrect={setCorrecting} />
      </Dialog>
      {correcting !== null && <CorrectDialog {...correcting} overlay onClose={() => setCorrecting(null)} />}
    </>
  )
}

function StepsOfToday({ onCorrect }: { onCorrect(contact: ContactOfStep): void }) {
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
      {pages.isPending && (
        // The keys of the dialog are there before its steps.
        <div tabIndex={-1} data-autofocus style={{ outline: 'none' }}>
          <Waiting lines={6} />
        </div>
      )}
      {pages.data !== undefined && steps.length === 0 && (
        <Empty title={t('undo.day.none')} text={t('undo.day.noneHelp')} />
      )}
      {steps.length > 0 && <StepTable steps={steps} busy={taking.busy} onUndo={undo} onCorrect={onCorrect} />}
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

interface Actions {
  readonly busy: boolean
  onUndo(): void
  onCorrect(contact: ContactOfStep): void
}

function StepTable({ steps, ...actions }: Actions & { readonly steps: readonly DayStep[] }) {
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
          {steps.map((step) => (
            <tr key={step.seq}>
              <td className={classes.at}>{shanghaiTimeOfDay(step.at)}</td>
              <td>{plainWords(step, t)}</td>
              <td className={classes.who}>{subjectWords(step.subject, t) || '—'}</td>
              <td className={classes.state}>
                <StateOf step={step} {...actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** What takes the step back, for as long as that is possible; then what corrects it, or why nothing does. */
function StateOf(props: Actions & { readonly step: DayStep }) {
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
  const kind = state.kind === 'open' ? 'too-late' : state.kind
  const contact = kind === 'too-late' ? contactOf(props.step) : null
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" c="dimmed">
        {t(`undo.day.state.${kind}`)}
      </Text>
      {contact !== null && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('followups.correct.one', { what: plainWords(props.step, t) })}
          onClick={() => props.onCorrect(contact)}
        >
          {t('followups.correct.button')}
        </Button>
      )}
    </Group>
  )
}

/** A contact that a step recorded or corrected. */
type ContactOfStep = Pick<CorrectDialogProps, 'contactUid' | 'customer'>

function contactOf({ detail: { contactUid }, subject }: DayStep): ContactOfStep | null {
  if (typeof contactUid !== 'string' || subject?.kind !== 'customer') return null
  return { contactUid, customer: subject.customer }
}
