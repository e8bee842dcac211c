import { TextInput, UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { surnameCandidates } from '../../../shared/domain/text/surname-candidates.ts'
import { isPlainKey } from '../../ui/composition.ts'
import keys from '../../ui/key-buttons.module.css'
import { keyName } from '../../ui/physical-keys.ts'
import { FormRow } from './form-row.tsx'
import classes from './leads.module.css'
import { type SurnameDigit, surnameDigit } from './quick-keys.ts'

/** A surname by an input method, or by its first letters and a digit: `w` and 1 is 王. */
export function SurnameField(props: {
  readonly value: string
  onChange(surname: string): void
  onDigit(digit: SurnameDigit): void
}) {
  const { t } = useTranslation()
  const { value, onChange, onDigit } = props
  const candidates = surnameCandidates(value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const digit = surnameDigit(value, keyName(event.nativeEvent.code))
    if (digit === null) return
    event.preventDefault()
    onDigit(digit)
  }
  return (
    <FormRow field="surname" label={t('leads.quick.surname')}>
      <TextInput
        size="xs"
        aria-label={t('leads.quick.surname')}
        placeholder={t('leads.quick.surnameHint')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={40}
        autoComplete="off"
        data-autofocus
      />
      {candidates.length > 0 && (
        <fieldset className={`${keys.keys} ${classes.keys}`} aria-label={t('leads.quick.surnames')}>
          {candidates.map((surname, index) => (
            <UnstyledButton
              key={surname}
              className={keys.key}
              tabIndex={-1}
              onClick={() => onDigit({ kind: 'surname', surname })}
            >
              <kbd className={keys.name}>{index + 1}</kbd>
              {surname}
            </UnstyledButton>
          ))}
        </fieldset>
      )}
    </FormRow>
  )
}
