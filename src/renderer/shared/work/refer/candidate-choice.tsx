import { Text } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralCandidate, ReferralSuggestion } from '../../../../shared/contract/referrals.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'

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
  const nameOf = ({ no, name, role, load, suggested }: ReferralCandidate) =>
    [
      t('referrals.refer.candidate', { no, name, role: t(`app.role.${role}`), load }),
      suggested === null ? null : t(`referrals.refer.${suggested}`),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  return (
    <div>
      <DigitChoice
        label={t('referrals.refer.to')}
        first={props.first}
        row={props.row}
        then={props.then}
        options={candidates.map((each) => ({ value: each.no, label: nameOf(each) }))}
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
