import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactToCorrect } from '../../../../shared/contract/contact-versions.ts'
import { NOTE_LENGTH } from '../../../../shared/contract/followups.ts'
import { CHANNELS, type Channel, OUTCOMES, type Outcome } from '../../../../shared/domain/work/contact.ts'
import { outcomesToCorrect } from '../../../../shared/domain/work/correction.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { isComposing } from '../../../ui/composition.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useTellDetails } from '../../undo/step-details.ts'
import { type CorrectionDraft, channelsToCorrect, correctionOf, firstCorrection } from './correction-draft.ts'
import { EarlierVersions } from './earlier-versions.tsx'

/** The longest reason that is kept. */
const REASON_LENGTH = 200

/** The words of a contact as they stand, to be changed; what a choice would bring about beyond them cannot be chosen. */
export function CorrectForm({ contact, onDone }: { readonly contact: ContactToCorrect; onDone(): void }) {
  const { t } = useTranslation()
  const form = useForm<CorrectionDraft>({
    initialValues: firstCorrection(contact),
    validate: { outcome: (_, typed) => correctionOf(contact, typed) === null },
  })
  const channelRow = useRef<HTMLDivElement>(null)
  const outcomes = useRef<HTMLDivElement>(null)
  // The dialog was there before the form, and its focus on 关闭.
  useEffect(() => channelRow.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus(), [])
  const correct = useCommand('followups.correct')
  const tell = useTellDetails()
  const leave = useUnsaved(form.isDirty())
  const save = form.onSubmit((typed) => {
    const ready = correctionOf(contact, typed)
    if (ready === null || correct.isPending) return
    correct.mutate(ready, {
      onSuccess: () => {
        tell({ action: 'followups.correct', lines: [t('followups.correct.saved')] })
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
    if (!event.repeat) save()
  }
  const channels = channelsToCorrect(contact)
  const offered = outcomesToCorrect(contact.outcome)
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <ContactFacts contact={contact} />
      <DigitChoice<Channel>
        label={t('followups.contact.channel')}
        row={channelRow}
        options={CHANNELS.map((value) => ({
          value,
          label: t(`followups.channel.${value}`),
          disabled: !channels.includes(value),
        }))}
        value={form.values.channel}
        onChange={(value) => form.setFieldValue('channel', value)}
        first
        then={outcomes}
      />
      <DigitChoice<Outcome>
        label={t('followups.contact.outcome')}
        row={outcomes}
        options={OUTCOMES.map((value) => ({
          value,
          label: t(`followups.outcome.${value}`),
          disabled: !offered.includes(value),
        }))}
        value={form.values.outcome}
        onChange={(value) => form.setFieldValue('outcome', value)}
      />
      <Text size="xs" c="dimmed">
        {t(`followups.correct.fixed.${fixedBy(contact.outcome)}`)}
      </Text>
      <Textarea
        label={t('followups.contact.note')}
        description={contact.noteIsMasked ? t('followups.correct.noteMasked') : undefined}
        {...form.getInputProps('note')}
        maxLength={NOTE_LENGTH}
        autosize
        minRows={2}
        maxRows={5}
      />
      <TextInput
        label={t('followups.correct.reason')}
        {...form.getInputProps('reason')}
        maxLength={REASON_LENGTH}
      />
      {contact.earlier.length > 0 && <EarlierVersions versions={contact.earlier} />}
      <Problem error={correct.error} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('followups.correct.keys')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => leave(onDone)}>
            {t('app.cancel')}
          </Button>
          <Button onClick={() => save()} disabled={!form.isValid()} loading={correct.isPending}>
            {t('app.save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

/** Which sentence says what cannot be chosen here and how that is put right. */
function fixedBy(outcome: Outcome): 'open' | 'converted' | 'refused' {
  return outcome === 'converted' || outcome === 'refused' ? outcome : 'open'
}

/** When, by whom and about what: that stays. */
function ContactFacts({ contact }: { readonly contact: ContactToCorrect }) {
  const { t } = useTranslation()
  const { on, staffName, product } = contact
  const about = product === null ? t('followups.contact.customerAlone') : t(`intents.product.${product}`)
  return (
    <Text size="sm" c="dimmed">
      {[on, staffName, about].join(' · ')}
    </Text>
  )
}
