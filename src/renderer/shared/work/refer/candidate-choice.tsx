import { Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralCandidate, ReferralSuggestion } from '../../../../shared/contract/referrals.ts'
import { isComposing } from '../../../ui/composition.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'
import { candidatesNamed } from './refer-draft.ts'

/** Who could take a person over, the table's choice first, each with the work they have; and why that one (I4). */
export function CandidateChoice(props: {
  readonly suggestion: ReferralSuggestion
  readonly value: string | null
  /** The focus starts here when the dialog opens. */
  readonly first: boolean
  readonly row: RefObject<HTMLDivElement | null>
  readonly then: RefObject<HTMLDivElement | null>
  onChange(no: string): void
}) {
  const { t } = useTranslation()
  const { candidates, by, value, level } = props.suggestion
  const [typed, setTyped] = useState('')
  const named = candidatesNamed(typed, candidates)
  // Enter takes the first of those who are meant; the referral is not sent by it.
  const onFindKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    const [first] = named
    if (first === undefined) return
    props.onChange(first.no)
    setTyped('')
    props.then.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }
  const nameOf = ({ no, name, role, load, suggested }: ReferralCandidate) =>
    [
      t('referrals.refer.candidate', { no, name, role: t(`app.role.${role}`), load }),
      suggested === null ? null : t(`referrals.refer.${suggested}`),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  return (
    <div>
      <TextInput
        size="xs"
        w={220}
        mb={4}
        aria-label={t('referrals.refer.find')}
        placeholder={t('referrals.refer.find')}
        value={typed}
        maxLength={40}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onFindKey}
      />
      {named.length === 0 && (
        <Text size="xs" role="status">
          {t('referrals.refer.nobodyNamed')}
        </Text>
      )}
      <DigitChoice
        label={t('referrals.refer.to')}
        first={props.first}
        row={props.row}
        then={props.then}
        options={named.map((each) => ({ value: each.no, label: nameOf(each) }))}
        value={props.value}
        onChange={props.onChange}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t(`referrals.refer.why.${by}`, {
          value: t(`intents.level.${value}`),
          level: t(`intents.level.${level}`),
        })}
      </Text>
    </div>
  )
}
