import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PRODUCTS } from '../../../shared/domain/customer/products.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import { LEAD_SOURCES, LEAD_TITLES } from '../../../shared/domain/work/lead.ts'
import type { EntryVisit } from '../../router/requests.ts'
import { useProductLetters } from '../../shared/keys/product-letters.ts'
import { isComposing } from '../../ui/composition.ts'
import { shanghaiTimeOfDay } from '../../ui/instants.ts'
import { Problem } from '../../ui/problem.tsx'
import { ConsentPart } from './consent-part.tsx'
import { FormRow } from './form-row.tsx'
import { KeyChoice } from './key-choice.tsx'
import type { LeadField } from './lead-draft.ts'
import classes from './leads.module.css'
import { StrangerKeyField } from './stranger-key-field.tsx'
import { SurnameField } from './surname-field.tsx'
import type { QuickLeadState } from './use-quick-lead.ts'

/** Buttons of a choice, where a key has chosen already. */
const CHOICES = ['radio', 'checkbox']

/** The fields in the order of their keys. Enter saves, or goes to what is missing. */
export function QuickLeadForm(props: {
  readonly lead: QuickLeadState
  goTo(field: LeadField): void
  onLeave(): void
}) {
  const { t } = useTranslation()
  const { lead, goTo } = props
  const { draft, missing, change } = lead
  const letters = useProductLetters()
  // A ticket that came along tells who it is; a number may still be added to it.
  const behindTitle = draft.key.trim() === '' ? 'key' : 'product'
  const save = () => lead.submit(goTo)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter') return
    // Enter on 取消 leaves; on a choice it saves, because a key has chosen already.
    if (event.target instanceof HTMLButtonElement && !CHOICES.includes(event.target.role ?? '')) return
    event.preventDefault()
    save()
  }
  return (
    <fieldset className={classes.form} onKeyDown={onKeyDown} aria-label={t('leads.quick.title')}>
      {draft.from !== null && (
        <Text size="xs" c="dimmed">
          {cameText(draft.from, t)}
        </Text>
      )}
      <SurnameField
        value={draft.surname}
        onChange={(surname) => change({ surname })}
        onDigit={(digit) => {
          change(digit.kind === 'surname' ? { surname: digit.surname } : { title: digit.title })
          goTo(digit.kind === 'surname' ? 'title' : behindTitle)
        }}
      />
      <KeyChoice
        label={t('leads.quick.titleLabel')}
        field="title"
        options={LEAD_TITLES.map((value, index) => ({
          value,
          label: t(`leads.title.${value}`),
          key: String(index + 1),
        }))}
        value={draft.title}
        onChoose={(title) => {
          change({ title })
          goTo(behindTitle)
        }}
      />
      <StrangerKeyField
        value={draft.key}
        letters={letters}
        onChange={(key) => change({ key })}
        onProduct={(product) => {
          change({ product })
          goTo('level')
        }}
      />
      <KeyChoice
        label={t('leads.quick.product')}
        field="product"
        options={PRODUCTS.map(({ code }, index) => ({
          value: code,
          label: t(`intents.product.${code}`),
          key: letters.charAt(index),
        }))}
        value={draft.product}
        onChoose={(product) => {
          change({ product })
          goTo('level')
        }}
      />
      <KeyChoice
        label={t('leads.quick.level')}
        field="level"
        options={LEVELS.map((value, index) => ({
          value,
          label: t(`intents.level.${value}`),
          key: String(index + 1),
        }))}
        value={draft.level}
        onChoose={(level) => {
          change({ level })
          goTo('consent')
        }}
      />
      <ConsentPart
        draft={draft}
        words={lead.words}
        onPurposes={(purposes) => change({ purposes })}
        onDeclined={() => {
          change({ purposes: [] })
          goTo('note')
        }}
      />
      <FormRow field="note" label={t('leads.quick.note')}>
        <TextInput
          size="xs"
          aria-label={t('leads.quick.note')}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          maxLength={200}
        />
      </FormRow>
      {missing.length > 0 && (
        <Text size="xs" c="red" role="alert">
          {t('leads.quick.missing', { fields: missing.map((field) => fieldWords(field, t)).join(' · ') })}
        </Text>
      )}
      <Problem error={lead.error} />
      <Group justify="space-between" gap="xs">
        <NativeSelect
          size="xs"
          aria-label={t('leads.quick.source')}
          value={draft.source}
          onChange={({ currentTarget: { value } }) =>
            change({ source: LEAD_SOURCES.find((each) => each === value) ?? draft.source })
          }
          data={LEAD_SOURCES.map((value) => ({ value, label: t(`leads.source.${value}`) }))}
        />
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={props.onLeave}>
            {t('app.cancel')}
          </Button>
          <Button size="xs" onClick={save} loading={lead.busy}>
            {t('leads.quick.save')}
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t('leads.quick.keys')}
      </Text>
    </fieldset>
  )
}

/** Whose entry it is: the visitor by their ticket, or by when they came. */
function cameText({ tickets, arrivedAt }: EntryVisit, t: ReturnType<typeof useTranslation>['t']): string {
  const time = shanghaiTimeOfDay(arrivedAt)
  return tickets.length === 0
    ? t('leads.quick.from', { time })
    : t('leads.quick.fromTicket', { ticket: tickets.join(' '), time })
}

function fieldWords(field: LeadField, t: ReturnType<typeof useTranslation>['t']): string {
  switch (field) {
    case 'surname':
      return t('leads.quick.surname')
    case 'title':
      return t('leads.quick.titleLabel')
    case 'key':
      return t('leads.quick.key')
    case 'product':
      return t('leads.quick.product')
    case 'level':
      return t('leads.quick.level')
    case 'consent':
      return t('leads.quick.consent')
    case 'note':
      return t('leads.quick.note')
  }
}
