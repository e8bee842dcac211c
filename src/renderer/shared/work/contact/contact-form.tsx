import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { ResultOf } from '../../../../shared/contract/index.ts'
import {
  CHANNELS,
  type Channel,
  closesChannel,
  OUTCOMES,
  type Outcome,
} from '../../../../shared/domain/work/contact.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { shortDay } from '../../../ui/civil-dates.ts'
import { isComposing } from '../../../ui/composition.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useTellDetails } from '../../undo/step-details.ts'
import { type ContactDraft, isReady, needsNextDate, recordOf } from './contact-draft.ts'
import { ClosedChannels, Consequence, NextDate } from './contact-parts.tsx'

const NOTE_LENGTH = 500

interface ContactFormProps {
  readonly intent: OpenIntent
  readonly closedChannels: readonly Channel[]
  onDone(): void
}

export function ContactForm({ intent, closedChannels, onDone }: ContactFormProps) {
  const { t } = useTranslation()
  const form = useForm<ContactDraft>({
    initialValues: firstDraft(closedChannels),
    validate: { outcome: (_, typed) => !isReady(typed, closedChannels) },
  })
  const outcomes = useRef<HTMLDivElement>(null)
  const record = useCommand('followups.record')
  const tell = useSavedNotice()
  const { channel, outcome } = form.values
  // A refusal ends the intent and closes the channel: a second key says that it was meant.
  const [confirming, setConfirming] = useState(false)
  const asks = confirming && outcome !== null && closesChannel(outcome)
  const save = form.onSubmit((draft) => {
    const recorded = recordOf(intent.uid, draft, closedChannels)
    if (recorded === null || record.isPending) return
    if (closesChannel(recorded.outcome) && !confirming) return setConfirming(true)
    record.mutate(recorded, {
      onSuccess: (result) => {
        tell(result)
        onDone()
      },
    })
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
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <DigitChoice<Channel>
        label={t('followups.contact.channel')}
        options={CHANNELS.map((value) => ({
          value,
          label: t(`followups.channel.${value}`),
          disabled: closedChannels.includes(value) && outcome !== 'refused',
        }))}
        value={channel}
        onChange={(value) => {
          setConfirming(false)
          form.setFieldValue('channel', value)
        }}
        first
        then={outcomes}
      />
      {closedChannels.length > 0 && <ClosedChannels channels={closedChannels} />}
      <DigitChoice<Outcome>
        label={t('followups.contact.outcome')}
        row={outcomes}
        options={OUTCOMES.map((value) => ({
          value,
          label: t(`followups.outcome.${value}`),
          disabled: closedChannels.includes(channel) && !closesChannel(value),
        }))}
        value={outcome}
        onChange={(value) => {
          setConfirming(false)
          form.setFieldValue('outcome', value)
        }}
      />
      <Consequence draft={form.values} />
      {needsNextDate(outcome) && (
        <NextDate
          intent={intent}
          chosenOn={form.values.nextOn}
          onChange={(nextOn) => form.setFieldValue('nextOn', nextOn)}
        />
      )}
      <Textarea
        label={t('followups.contact.note')}
        {...form.getInputProps('note')}
        maxLength={NOTE_LENGTH}
        autosize
        minRows={2}
        maxRows={5}
      />
      {asks && (
        <Text size="sm" fw={600} c="red" role="alert">
          {t('followups.contact.refusalAgain', { channel: t(`followups.channel.${channel}`) })}
        </Text>
      )}
      <Problem error={record.error} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('followups.contact.keys')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('app.cancel')}
          </Button>
          <Button
            {...(asks ? { color: 'red' } : {})}
            onClick={() => save()}
            disabled={!form.isValid()}
            loading={record.isPending}
          >
            {t(asks ? 'followups.contact.confirmRefusal' : 'app.save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

/** Face to face is never barred, so there is always a channel to begin with. */
function firstDraft(closed: readonly Channel[]): ContactDraft {
  const channel = CHANNELS.find((each) => !closed.includes(each)) ?? 'face'
  return { channel, outcome: null, nextOn: null, note: '' }
}

/** Tells where the follow-up went once the dialog is gone. */
function useSavedNotice(): (result: ResultOf<'followups.record'>) => void {
  const { t } = useTranslation()
  const tell = useTellDetails()
  return ({ nextOn }) =>
    tell({
      action: 'followups.record',
      lines: [
        nextOn === null
          ? t('followups.contact.savedClosed')
          : t('followups.contact.saved', { day: shortDay(nextOn, t) }),
      ],
    })
}
