import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from './passphrase-field.tsx'

/** A new passphrase, twice, because nobody can look it up afterwards. */
export function RepeatedPassphrase(props: {
  readonly label: string
  readonly autoFocus?: boolean
  /** @param same whether it was written the same way twice */
  onChange(passphrase: string, same: boolean): void
}) {
  const { t } = useTranslation()
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const differs = repeat !== '' && repeat !== next
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
