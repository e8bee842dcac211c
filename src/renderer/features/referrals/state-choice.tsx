import { useTranslation } from 'react-i18next'
import type { ReferralState } from '../../../shared/domain/work/referral.ts'
import { ShortSelect } from '../../ui/short-select.tsx'

/** Narrows referrals to how far they have come. */
export function StateChoice(props: {
  readonly states: readonly ReferralState[]
  readonly state: ReferralState | null
  onChange(state: ReferralState | null): void
}) {
  const { t } = useTranslation()
  const { states, state, onChange } = props
  const name = t('lists.file.state')
  return (
    <ShortSelect
      label={name}
      value={state ?? ''}
      onChange={(value) => onChange(states.find((each) => each === value) ?? null)}
      data={[
        { value: '', label: t('lists.choice', { name, value: t('lists.any') }) },
        ...states.map((value) => ({ value, label: t(`referrals.state.${value}`) })),
      ]}
    />
  )
}
