import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** As long as the door takes. */
const LONGEST = 256

/** A new passphrase, twice, because nobody can look it up afterwards. */
export function RepeatedPassphrase(props: {
  readonly label: string
  /** @param same whether it was written the same way twice */
  onChange(passphrase: string, same: boolean): void
}) {
  const { t } = useTranslation()
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const differs = repeat !== '' && repeat !== next
  return (
    <>
      <PasswordInput
        label={props.label}
        description={t('session.passphraseHint')}
        value={next}
        onChange={({ currentTarget: { value } }) => {
          setNext(value)
          props.onChange(value, value === repeat)
        }}
        required
        maxLength={LONGEST}
      />
      <PasswordInput
        label={t('session.repeat')}
        value={repeat}
        onChange={({ currentTarget: { value } }) => {
          setRepeat(value)
          props.onChange(next, value === next)
        }}
        required
        maxLength={LONGEST}
        error={differs ? t('session.repeatDiffers') : null}
      />
    </>
  )
}
