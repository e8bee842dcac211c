import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedReferral, ReferralSuggestion } from '../../../../shared/contract/referrals.ts'
import { PRODUCT_CODES, type ProductCode } from '../../../../shared/domain/customer/products.ts'
import { type IntentLevel, LEVELS } from '../../../../shared/domain/work/intent.ts'
import { useCommand, useOperation } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { isComposing } from '../../../ui/composition.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { type Edits, useEdits } from '../../../ui/use-edits.ts'
import { Waiting } from '../../../ui/waiting.tsx'
import { useTellDetails } from '../../undo/step-details.ts'
import { prohibitionText } from '../../words/prohibition-text.ts'
import { CandidateChoice } from './candidate-choice.tsx'
import {
  offerOf,
  QUICK_REASONS,
  type QuickReason,
  type ReferDraft,
  type Referred,
  type ReferredWish,
  reasonOf,
  receiverOf,
} from './refer-draft.ts'

const REASON_LENGTH = 100
/** What the dialog begins with where nothing is known of a wish. */
const BLANK: ReferDraft = { product: 'wealth', level: 'high', chosenNo: null, quick: null, text: '' }

interface ReferFormProps {
  readonly about: Referred
  readonly intent: ReferredWish | undefined
  onDone(): void
}

/** Asks who could take the person over, then shows the form; another level asks again while the form stays. */
export function ReferForm(props: ReferFormProps) {
  const { t } = useTranslation()
  const quickText = (quick: QuickReason) => t(`referrals.refer.quick.${quick}`)
  // A flag that was pressed just before key F4 may reach the panel only now; what was chosen here stands above it.
  const edits = useEdits<ReferDraft>({ ...BLANK, ...props.intent }, (draft) => ({
    text: reasonOf(draft, quickText) === '',
  }))
  const leave = useUnsaved(edits.changed)
  const suggestion = useOperation('referrals.suggest', { ...props.about, level: edits.value.level })
  if (suggestion.error !== null) return <Problem error={suggestion.error} />
  if (suggestion.data === undefined) return <Waiting lines={6} />
  if (suggestion.data.candidates.length === 0) {
    return <Empty title={t('referrals.refer.nobody')} text={t('referrals.refer.nobodyHelp')} />
  }
  return (
    <Answered
      {...props}
      suggestion={suggestion.data}
      edits={edits}
      quickText={quickText}
      onCancel={() => leave(props.onDone)}
    />
  )
}

interface AnsweredProps extends ReferFormProps {
  readonly suggestion: ReferralSuggestion
  readonly edits: Edits<ReferDraft>
  quickText(quick: QuickReason): string
  /** Asks first where something was chosen. */
  onCancel(): void
}

function Answered({ about, intent, suggestion, edits, quickText, onDone, onCancel }: AnsweredProps) {
  const { t } = useTranslation()
  const { value: draft, put: onChange } = edits
  const offer = useCommand('referrals.offer')
  const tell = useReferredToast()
  const products = useRef<HTMLDivElement>(null)
  const levels = useRef<HTMLDivElement>(null)
  const people = useRef<HTMLDivElement>(null)
  const reasons = useRef<HTMLDivElement>(null)
  // Where the wish is known the first digit is the person's.
  const begin = intent === undefined ? products : people
  useEffect(() => begin.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), [begin])
  const send = edits.submit((sent) => {
    const ready = offerOf(about, sent, suggestion, quickText)
    if (ready === null || offer.isPending) return
    offer.mutate(ready, {
      onSuccess: (offered) => {
        tell(offered)
        onDone()
      },
    })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter') return
    const onPlainButton = event.target instanceof HTMLButtonElement && event.target.role !== 'radio'
    if (onPlainButton) return
    event.preventDefault()
    send()
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <DigitChoice<ProductCode>
        label={t('referrals.refer.product')}
        first={intent === undefined}
        row={products}
        then={levels}
        options={PRODUCT_CODES.map((value) => ({ value, label: t(`intents.product.${value}`) }))}
        value={draft.product}
        onChange={(product) => onChange({ product })}
      />
      <DigitChoice<IntentLevel>
        label={t('referrals.refer.level')}
        row={levels}
        then={people}
        options={LEVELS.map((value) => ({ value, label: t(`intents.level.${value}`) }))}
        value={draft.level}
        onChange={(level) => onChange({ level })}
      />
      <CandidateChoice
        suggestion={suggestion}
        value={receiverOf(draft, suggestion)}
        first={intent !== undefined}
        row={people}
        then={reasons}
        onChange={(chosenNo) => onChange({ chosenNo })}
      />
      <DigitChoice<QuickReason>
        label={t('referrals.refer.reason')}
        row={reasons}
        options={QUICK_REASONS.map((value) => ({ value, label: quickText(value) }))}
        value={draft.text.trim() === '' ? draft.quick : null}
        onChange={(quick) => onChange({ quick, text: '' })}
      />
      <TextInput
        label={t('referrals.refer.reasonText')}
        value={draft.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        maxLength={REASON_LENGTH}
      />
      <Problem error={offer.error} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('referrals.refer.keys')}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
          <Button onClick={() => send()} disabled={edits.errors.text === true} loading={offer.isPending}>
            {t('referrals.refer.send')}
          </Button>
        </Group>
      </Group>
    </Stack>
  )
}

/** Says who has it now and by when, and what the receiver is warned of: a referral is not marketing, a call may be. */
function useReferredToast(): (offered: OfferedReferral) => void {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const tell = useTellDetails()
  return ({ toName, acceptMinutes, prohibitions }) => {
    const warnings = prohibitions.map((each) => prohibitionText(each, todayOn, t))
    const sent = t('referrals.refer.sent', { name: toName, minutes: acceptMinutes })
    const separator = t('app.listSeparator')
    tell({
      action: 'referrals.offer',
      lines: [
        warnings.length === 0
          ? sent
          : `${sent} · ${t('referrals.refer.warned', { warnings: warnings.join(separator) })}`,
      ],
    })
  }
}
