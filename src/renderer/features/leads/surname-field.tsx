import { TextInput, UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { surnameCandidates } from '../../../shared/domain/text/surname-candidates.ts'
import { LEAD_TITLES, type LeadTitle } from '../../../shared/domain/work/lead.ts'
import { isPlainKey } from '../../ui/composition.ts'
import keys from '../../ui/key-buttons.module.css'
import { keyName } from '../../ui/physical-keys.ts'
import { FormRow } from './form-row.tsx'
import classes from './leads.module.css'

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

/** What a digit does in the surname's field: no name has digits in it. */
type SurnameDigit =
  | { readonly kind: 'surname'; readonly surname: string }
  | { readonly kind: 'title'; readonly title: LeadTitle }

/** Behind letters a digit chooses among the surnames they may mean, behind a name it is the title. */
export function surnameDigit(text: string, key: string): SurnameDigit | null {
  if (!/^[1-9]$/.test(key) || text.trim() === '') return null
  const candidates = surnameCandidates(text)
  if (candidates.length > 0) {
    const surname = candidates[Number(key) - 1]
    return surname === undefined ? null : { kind: 'surname', surname }
  }
  const title = LEAD_TITLES[Number(key) - 1]
  return title === undefined ? null : { kind: 'title', title }
}
