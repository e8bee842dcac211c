import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isStrongPassphrase, LEAST_PASSPHRASE_LENGTH } from '../../shared/domain/branch/passphrase-rule.ts'
import { PassphraseField } from './passphrase-field.tsx'

/** A new passphrase, twice, because nobody can look it up afterwards. */
export function RepeatedPassphrase(props: {
  readonly label: string
  readonly autoFocus?: boolean
  /** Of whom it is: where it is given, both fields say at once what is wrong with them. */
  readonly checkedFor?: string
  /** @param same whether it was written the same way twice */
  onChange(passphrase: string, same: boolean): void
}) {
  const { t } = useTranslation()
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const { checkedFor } = props
  const checked = checkedFor !== undefined
  const weak = checked && !isStrongPassphrase(checkedFor, next)
  const differs = (checked || repeat !== '') && repeat !== next
  return (
    <>
      <PassphraseField
        label={props.label}
        description={t('session.passphraseHint')}
        value={next}
        onChange={(value) => {
          setNext(value)
          props.onChange(value, value === repeat)
        }}
        autoFocus={props.autoFocus ?? false}
        error={weak ? t('error.session.weakPassphrase', { least: LEAST_PASSPHRASE_LENGTH }) : null}
      />
      <PassphraseField
        label={t('session.repeat')}
        value={repeat}
        onChange={(value) => {
          setRepeat(value)
          props.onChange(next, value === next)
        }}
        error={differs ? t('session.repeatDiffers') : null}
      />
    </>
  )
}
