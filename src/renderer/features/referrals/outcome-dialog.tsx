import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralRow } from '../../../shared/contract/referrals.ts'
import { useUnsaved } from '../../router/unsaved.tsx'
import type { ReferralAction } from '../../shared/keys/referral-keys.ts'
import { isComposing } from '../../ui/composition.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DigitChoice } from '../../ui/digit-choice.tsx'
import { Problem } from '../../ui/problem.tsx'
import { subjectWho } from './subject-text.ts'

const DECLINE_REASONS = ['away', 'busy', 'other-desk', 'not-ready'] as const
const LOST_REASONS = ['elsewhere', 'price', 'unreachable', 'no-need'] as const
const NOTE_LENGTH = 100

/** Says why it is declined or lost, or adds a word to a step; who referred reads it (L8). */
export function OutcomeDialog(props: {
  readonly row: ReferralRow
  readonly action: ReferralAction
  readonly saving: boolean
  readonly error: unknown
  onSave(note: string): void
  onClose(): void
}) {
  const { t } = useTranslation()
  const { row, action } = props
  const [quick, setQuick] = useState<string | null>(null)
  const [text, setText] = useState('')
  const leave = useUnsaved(quick !== null || text.trim() !== '')
  const reasons = useQuickReasons(action)
  const asksReason = reasons.length > 0
  const note = text.trim() === '' ? (quick ?? '') : text.trim()
  const ready = !asksReason || note !== ''
  const save = () => ready && !props.saving && props.onSave(note)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter') return
    if (event.target instanceof HTMLButtonElement && event.target.role !== 'radio') return
    event.preventDefault()
    save()
  }
  return (
    <Dialog
      opened
      onClose={() => leave(props.onClose)}
      title={t('referrals.outcome.title', {
        action: t(`referrals.action.${action}`),
        name: subjectWho(row.subject, t),
        product: t(`intents.product.${row.product}`),
      })}
      size={560}
    >
      <Stack gap="sm" onKeyDown={onKeyDown}>
        {asksReason && (
          <DigitChoice
            label={t('referrals.outcome.reason')}
            options={reasons}
            value={text.trim() === '' ? quick : null}
            first
            onChange={(chosen) => {
              setQuick(chosen)
              setText('')
            }}
          />
        )}
        <TextInput
          label={t(asksReason ? 'referrals.refer.reasonText' : 'referrals.outcome.note')}
          data-autofocus={!asksReason || undefined}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={NOTE_LENGTH}
        />
        <Problem error={props.error} />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t(asksReason ? 'referrals.outcome.keys' : 'referrals.outcome.noteKeys')}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => leave(props.onClose)}>
              {t('app.cancel')}
            </Button>
            <Button onClick={save} disabled={!ready} loading={props.saving}>
              {t('app.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  )
}

/** The reason is kept as it is read, like one that was written; steps that need none have none. */
export function useQuickReasons(action: ReferralAction): { value: string; label: string }[] {
  const { t } = useTranslation()
  const words = (label: string) => ({ value: label, label })
  if (action === 'decline') return DECLINE_REASONS.map((each) => words(t(`referrals.declineReason.${each}`)))
  if (action === 'lost') return LOST_REASONS.map((each) => words(t(`referrals.lostReason.${each}`)))
  return []
}
