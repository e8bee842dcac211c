import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../shared/domain/consent/consent.ts'
import { isPlainKey } from '../../ui/composition.ts'
import keys from '../../ui/key-buttons.module.css'
import { letterOf } from '../../ui/physical-keys.ts'
import { NONE_LETTER, PURPOSE_LETTER, toggled } from './lead-draft.ts'
import classes from './leads.module.css'

/** What the stranger agrees to: each purpose by a key of its own, never several by one (P3); N is none of them. */
export function PurposeKeys(props: {
  readonly purposes: readonly ConsentPurpose[] | null
  /** What each purpose says; null where the text has no parts. */
  readonly words: Readonly<Record<ConsentPurpose, string>> | null
  onPurposes(purposes: readonly ConsentPurpose[]): void
  /** None of them: the stranger said no, and the form goes on. */
  onDeclined(): void
}) {
  const { purposes, words, onPurposes, onDeclined } = props
  const { t } = useTranslation()
  const labelId = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const letter = letterOf(event.nativeEvent.code)
    const purpose = CONSENT_PURPOSES.find((each) => PURPOSE_LETTER[each] === letter)
    if (purpose === undefined && letter !== NONE_LETTER) return
    event.preventDefault()
    event.stopPropagation()
    if (purpose === undefined) onDeclined()
    else onPurposes(toggled(purposes, purpose))
  }
  return (
    <div className={classes.row} data-field="consent">
      <span id={labelId} className={classes.label}>
        {t('leads.quick.answer')}
      </span>
      <fieldset className={classes.purposes} aria-labelledby={labelId} onKeyDown={onKeyDown}>
        {CONSENT_PURPOSES.map((purpose) => (
          <UnstyledButton
            key={purpose}
            className={keys.key}
            role="checkbox"
            aria-checked={purposes?.includes(purpose) === true}
            aria-keyshortcuts={PURPOSE_LETTER[purpose]}
            title={words?.[purpose]}
            onClick={() => onPurposes(toggled(purposes, purpose))}
          >
            <kbd className={keys.name}>{PURPOSE_LETTER[purpose]}</kbd>
            {words?.[purpose] ?? t(`leads.purpose.${purpose}`)}
          </UnstyledButton>
        ))}
        <UnstyledButton
          className={keys.key}
          role="checkbox"
          aria-checked={purposes?.length === 0}
          aria-keyshortcuts={NONE_LETTER}
          onClick={onDeclined}
        >
          <kbd className={keys.name}>{NONE_LETTER}</kbd>
          {t('leads.quick.declined')}
        </UnstyledButton>
      </fieldset>
    </div>
  )
}
