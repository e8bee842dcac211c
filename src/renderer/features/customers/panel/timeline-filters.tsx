import { Button, Chip, Group, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TIMELINE_KINDS } from '../../../../shared/domain/customer/timeline.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { yuan } from '../../../ui/amounts.ts'
import { plainDay } from '../../../ui/civil-dates.ts'
import { AMOUNTS_FEN, EVERYTHING, isEverything, type TimelineFilter } from './timeline-filter.ts'

/** Kind, month, amount and words; each of them is asked of the engine. */
export function TimelineFilters(props: {
  readonly filter: TimelineFilter
  onChange(filter: TimelineFilter): void
}) {
  const { filter, onChange } = props
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const change = (part: Partial<TimelineFilter>) => onChange({ ...filter, ...part })
  return (
    <>
      <Chip.Group
        multiple
        value={[...filter.kinds]}
        onChange={(kinds) => change({ kinds: TIMELINE_KINDS.filter((kind) => kinds.includes(kind)) })}
      >
        <Group gap={6} mb={6} role="group" aria-label={t('customers.timelineKinds')}>
          {TIMELINE_KINDS.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {t(`customers.timelineKind.${kind}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap={6} mb={6} role="search" aria-label={t('customers.timelineFilter.label')}>
        <TextInput
          type="month"
          size="xs"
          w={130}
          aria-label={t('customers.timelineFilter.month')}
          value={filter.month ?? ''}
          onChange={({ currentTarget: { value } }) => change({ month: value === '' ? null : value })}
        />
        <NativeSelect
          size="xs"
          w={130}
          aria-label={t('customers.timelineFilter.amount')}
          value={filter.minFen ?? ''}
          onChange={({ currentTarget: { value } }) => change({ minFen: value === '' ? null : Number(value) })}
          data={[
            { value: '', label: t('customers.timelineFilter.anyAmount') },
            ...AMOUNTS_FEN.map((fen) => ({
              value: String(fen),
              label: t('customers.timelineFilter.atLeast', { amount: yuan(fen) }),
            })),
          ]}
        />
        <TextInput
          size="xs"
          flex={1}
          miw={110}
          aria-label={t('customers.timelineFilter.text')}
          placeholder={t('customers.timelineFilter.text')}
          value={filter.text}
          maxLength={40}
          onChange={({ currentTarget: { value } }) => change({ text: value })}
        />
        {filter.sinceOn !== null && filter.month === null && (
          <Button size="compact-xs" variant="light" onClick={() => change({ sinceOn: null })}>
            {t('customers.timelineFilter.since', { day: plainDay(filter.sinceOn, todayOn) })} ✕
          </Button>
        )}
        {!isEverything(filter) && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(EVERYTHING)}>
            {t('customers.timelineFilter.clear')}
          </Button>
        )}
      </Group>
    </>
  )
}
