import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTE_LENGTH } from '../../../../shared/contract/followups.ts'
import {
  CHANNELS,
  type Channel,
  closesChannel,
  OUTCOMES,
  type Outcome,
} from '../../../../shared/domain/work/contact.ts'
import { levelToTreat } from '../../../../shared/domain/work/intent.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { isComposing } from '../../../ui/composition.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { NextDateField } from '../next-date-field.tsx'
import {
  type ContactDraft,
  type ContactSubject,
  firstDraft,
  isReady,
  needsNextDate,
  outcomesFor,
  recordingOf,
  WAYS,
  type Way,
} from './contact-draft.ts'
import { AboutChoice, ClosedChannels, Consequence } from './contact-parts.tsx'
import { useRecording } from './use-recording.ts'

interface ContactFormProps {
  readonly subject: ContactSubject
  /** The dialog begins by asking which of several intents it is about. */
  readonly asks: boolean
  readonly closedChannels: readonly Channel[]
  onDone(): void
}

export function ContactForm({ subject, asks, closedChannels, onDone }: ContactFormProps) {
  const { t } = useTranslation()
  const form = useForm<ContactDraft>({
    initialValues: firstDraft(subject, closedChannels),
    validate: { outcome: (_, typed) => !isReady(typed, closedChannels) },
  })
  const ways = useRef<HTMLDivElement>(null)
  const outcomes = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const recording = useRecording(onDone)
  const leave = useUnsaved(form.isDirty())
  const draft = form.values
  const { way, outcome } = draft
  const about = subject.intents.find(({ uid }) => uid === draft.intentUid)
  const isNote = way === 'note'
  // A refusal closes the channel, and ends the intent that it is about: a second key says that it was meant.
  const [confirming, setConfirming] = useState(false)
  const isAsked = confirming && !isNote && outcome !== null && closesChannel(outcome)
  const save = form.onSubmit((typed) => {
    const ready = recordingOf(subject.customerUid, typed, closedChannels)
    if (ready === null || recording.busy) return
    if (ready.kind === 'contact' && closesChannel(ready.input.outcome) && !confirming)
      return setConfirming(true)
    recording.save(ready)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || event.shiftKey) return
    // Enter on 取消 cancels; on a choice it saves, because the digit has chosen already.
    const onPlainButton = event.target instanceof HTMLButtonElement && event.target.role !== 'radio'
    if (onPlainButton && !event.ctrlKey) return
    event.preventDefault()
    // A key that is held down is no second one.
    if (!event.repeat) save()
  }
  const chooseWay = (chosen: Way) => {
    setConfirming(false)
    form.setFieldValue('way', chosen)
    // The digit is no part of the note.
    if (chosen === 'note') requestAnimationFrame(() => note.current?.focus())
  }
  const nameOf = (each: Way) =>
    each === 'note' ? t('followups.contact.noteOnly') : t(`followups.channel.${each}`)
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      {!isNote && (
        <AboutChoice
          intents={subject.intents}
          intentUid={draft.intentUid}
          first={asks}
          then={ways}
          onChange={(intentUid) => {
            setConfirming(false)
            form.setFieldValue('intentUid', intentUid)
          }}
        />
      )}
      <DigitChoice<Way>
        label={t('followups.contact.channel')}
        row={ways}
        options={WAYS.map((value) => ({
          value,
          label: nameOf(value),
          disabled: isClosed(value, closedChannels) && outcome !== 'refused',
        }))}
        value={way}
        onChange={chooseWay}
        first={!asks}
        then={outcomes}
      />
      {closedChannels.length > 0 && !isNote && <ClosedChannels channels={closedChannels} />}
      {!isNote && (
        <DigitChoice<Outcome>
          label={t('followups.contact.outcome')}
          row={outcomes}
          // A digit means the same of whomever the contact was with, so what cannot be chosen keeps its place.
          options={OUTCOMES.map((value) => ({
            value,
            label: t(`followups.outcome.${value}`),
            disabled:
              !outcomesFor(draft).includes(value) || (isClosed(way, closedChannels) && !closesChannel(value)),
          }))}
          value={outcome}
          onChange={(value) => {
            setConfirming(false)
            form.setFieldValue('outcome', value)
          }}
        />
      )}
      <Consequence draft={draft} />
      {about !== undefined && needsNextDate(draft) && (
        <NextDateField
          label={t('followups.contact.next')}
          level={levelToTreat(about.currentLevel)}
          chosenOn={draft.nextOn}
          onChange={(nextOn) => form.setFieldValue('nextOn', nextOn)}
        />
      )}
      <Textarea
        ref={note}
        label={t('followups.contact.note')}
        description={isNote ? t('followups.contact.noteHelp') : undefined}
        {...form.getInputProps('note')}
        maxLength={NOTE_LENGTH}
        autosize
        minRows={2}
        maxRows={5}
      />
      {isAsked && (
        <Text size="sm" fw={600} c="red" role="alert">
          {t(about === undefined ? 'followups.contact.refusalAloneAgain' : 'followups.contact.refusalAgain', {
            channel: t(`followups.channel.${way}`),
          })}
        </Text>
      )}
      <Problem error={recording.error} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('followups.contact.keys')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => leave(onDone)}>
            {t('app.cancel')}
          </Button>
          <Button
            {...(isAsked ? { color: 'red' } : {})}
            onClick={() => save()}
            disabled={!form.isValid()}
            loading={recording.busy}
          >
            {t(isAsked ? 'followups.contact.confirmRefusal' : 'app.save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

function isClosed(way: Way, closedChannels: readonly Channel[]): boolean {
  return CHANNELS.some((channel) => channel === way && closedChannels.includes(channel))
}
