import { Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { ExplainedDate } from '../../../shared/domain/work/next-date.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { DueReason } from './due-reason.tsx'
import { useExplainedDate } from './use-explained-date.ts'

/** The next date of open work: the cadence's own until somebody agrees on another, explained beside it (F3). */
export function NextDateField(props: {
  readonly label: string
  readonly level: IntentLevel
  /** Null leaves it to the cadence. */
  readonly chosenOn: string | null
  onChange(nextOn: string | null): void
}) {
  const { chosenOn } = props
  const explained = useExplainedDate(props.level, chosenOn)
  const cadenceOn = explained?.kind === 'due' ? explained.due.dueOn : ''
  return (
    <TextInput
      type="date"
      label={props.label}
      description={<Explained explained={explained} chosenOn={chosenOn} />}
      descriptionProps={{ 'aria-live': 'polite' }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={chosenOn ?? cadenceOn}
      onChange={({ currentTarget: { value } }) => props.onChange(value === '' ? null : value)}
    />
  )
}

function Explained(props: {
  readonly explained: ExplainedDate | undefined
  readonly chosenOn: string | null
}) {
  const { explained, chosenOn } = props
  const { t } = useTranslation()
  if (explained === undefined) return ' '
  if (explained.kind === 'fault') {
    return (
      <Text span size="xs" c="red">
        {t(`followups.contact.fault.${explained.fault}`)}
      </Text>
    )
  }
  const { dueOn, rule } = explained.due
  return (
    <>
      {chosenOn !== null && chosenOn !== dueOn && (
        <Text span size="xs" fw={600}>
          {t('followups.contact.notWorking', { day: shortDay(chosenOn, t) })}{' '}
        </Text>
      )}
      <DueReason dueOn={dueOn} rule={rule} />
    </>
  )
}
