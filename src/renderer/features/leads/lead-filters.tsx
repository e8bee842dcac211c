import { NativeSelect, SegmentedControl, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LEADS_OF } from '../../../shared/contract/leads.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { LEVELS } from '../../../shared/domain/work/intent.ts'
import { LEAD_SOURCES, LEAD_STATES, OPEN_LEAD_STATES } from '../../../shared/domain/work/lead.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { LevelChoice, ProductChoice } from '../../shared/lists/work-choices.tsx'
import keys from '../../ui/key-buttons.module.css'
import classes from './leads.module.css'
import type { LeadFilter } from './use-leads.ts'

interface FilterProps {
  readonly filter: LeadFilter
  onChange(filter: LeadFilter): void
}

/** Whose leads, from which source, about what and how much. */
export function LeadChoices({ filter, onChange }: FilterProps) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const shares = sharesOutWork(staff.role)
  const colleagues = useOperation('leads.load', {}, { enabled: shares }).data ?? []
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('leads.whose')}
        value={filter.whose}
        onChange={(value) =>
          onChange({
            ...filter,
            whose: LEADS_OF.find((each) => each === value) ?? filter.whose,
            ownerNo: null,
          })
        }
        data={LEADS_OF.filter((value) => value !== 'branch' || shares).map((value) => ({
          value,
          label: t(`leads.whoseOf.${value}`),
        }))}
      />
      {filter.whose === 'branch' && (
        <NativeSelect
          size="xs"
          aria-label={t('leads.owner')}
          value={filter.ownerNo ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...filter, ownerNo: value || null })}
          data={[
            { value: '', label: t('leads.everyone') },
            ...colleagues.map(({ no, name, leads }) => ({ value: no, label: `${name} ${leads}` })),
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t('leads.quick.source')}
        value={filter.source ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, source: LEAD_SOURCES.find((each) => each === value) ?? null })
        }
        data={[
          { value: '', label: t('leads.anySource') },
          ...LEAD_SOURCES.map((value) => ({ value, label: t(`leads.source.${value}`) })),
        ]}
      />
      <ProductChoice product={filter.product} onChange={(product) => onChange({ ...filter, product })} />
      <LevelChoice
        levels={LEVELS}
        level={filter.level}
        onChange={(level) => onChange({ ...filter, level })}
      />
    </>
  )
}

/** The pipeline as chips: how many wait in each open state, and the closed ones. */
export function StateChips({ filter, onChange }: FilterProps) {
  const { t } = useTranslation()
  const { whose, ownerNo } = filter
  const counts = useOperation('leads.counts', { whose, ownerNo }).data
  const countOf = (state: LeadFilter['state']): number | null => {
    if (counts === undefined) return null
    if (state === 'open') return OPEN_LEAD_STATES.reduce((sum, each) => sum + counts[each], 0)
    return state === 'converted' || state === 'lost' ? null : counts[state]
  }
  return (
    <fieldset className={`${keys.keys} ${classes.keys}`} aria-label={t('leads.states')}>
      {(['open', ...LEAD_STATES] as const).map((state) => (
        <UnstyledButton
          key={state}
          className={keys.key}
          aria-pressed={filter.state === state}
          onClick={() => onChange({ ...filter, state })}
        >
          <span>
            {t(`leads.state.${state}`)} {countOf(state)}
          </span>
        </UnstyledButton>
      ))}
    </fieldset>
  )
}
