import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../shared/contract/customers.ts'
import {
  CHANNELS,
  type Channel,
  closesChannel,
  closesIntent,
  OUTCOMES,
  type Outcome,
} from '../../../shared/domain/contact.ts'
import { useCommand, useOperation } from '../../app/operations.ts'
import { isComposing } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import { DigitChoice } from './digit-choice.tsx'
import { DueReason } from './due-reason.tsx'

export interface ContactDialogProps {
  readonly intent: OpenIntent
  /** Masked, as every name on a screen. */
  readonly customerName: string
  /** Channels on which marketing was refused; they can still be talked on about other things, but not chosen here. */
  readonly closedChannels?: readonly Channel[]
  readonly opened: boolean
  onClose(): void
}

/** Records a contact in a few keys: a digit for the channel, a digit for what came of it, Enter (F6). */
export function ContactDialog(props: ContactDialogProps) {
  const { t } = useTranslation()
  const title = t('followups.contact.title', {
    name: props.customerName,
    product: t(`intents.product.${props.intent.product}`),
  })
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={title} size="lg">
      {props.opened && <ContactForm {...props} />}
    </Modal>
  )
}

function ContactForm({ intent, closedChannels = [], onClose }: ContactDialogProps) {
  const { t } = useTranslation()
  const [channel, setChannel] = useState<Channel>('face')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [chosenOn, setChosenOn] = useState('')
  const [note, setNote] = useState('')
  const record = useCommand('followups.record')
  const cadence = useOperation('followups.previewDue', {
    level: intent.currentLevel === 'faded' ? 'low' : intent.currentLevel,
  })
  const staysOpen = outcome !== null && !closesIntent(outcome)
  const save = () => {
    if (outcome === null || record.isPending) return
    const nextOn = staysOpen && chosenOn !== '' ? chosenOn : null
    record.mutate({ intentUid: intent.uid, channel, outcome, nextOn, note }, { onSuccess: onClose })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || event.shiftKey) return
    if (event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    save()
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <DigitChoice<Channel>
        label={t('followups.contact.channel')}
        options={CHANNELS.map((value) => ({
          value,
          label: t(`followups.channel.${value}`),
          disabled: closedChannels.includes(value),
        }))}
        value={channel}
        onChange={setChannel}
        autoFocus
      />
      {closedChannels.length > 0 && (
        <Text size="xs" c="red">
          {t('followups.contact.closed', {
            channels: closedChannels.map((each) => t(`followups.channel.${each}`)).join('、'),
          })}
        </Text>
      )}
      <DigitChoice<Outcome>
        label={t('followups.contact.outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`followups.outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome !== null && closesChannel(outcome) && (
        <Text size="sm" c="orange">
          {t('followups.contact.refusalCloses', { channel: t(`followups.channel.${channel}`) })}
        </Text>
      )}
      {staysOpen && (
        <TextInput
          type="date"
          label={t('followups.contact.next')}
          description={
            cadence.data !== undefined && <DueReason dueOn={cadence.data.dueOn} rule={cadence.data.rule} />
          }
          value={chosenOn === '' ? (cadence.data?.dueOn ?? '') : chosenOn}
          onChange={(event) => setChosenOn(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('followups.contact.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        maxRows={5}
      />
      <Problem error={record.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button onClick={save} disabled={outcome === null} loading={record.isPending}>
          {t('app.save')}
        </Button>
      </Group>
    </Stack>
  )
}
