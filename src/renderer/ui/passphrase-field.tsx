import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** As long as the router takes. */
const LONGEST = 256

/** A passphrase being typed, with the button that shows it in the reader's words. */
export function PassphraseField(
  props: Omit<PasswordInputProps, 'value' | 'onChange' | 'maxLength' | 'required'> & {
    readonly value: string
    onChange(passphrase: string): void
  },
) {
  const { t } = useTranslation()
  const { onChange, ...others } = props
  return (
    <PasswordInput
      {...others}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('app.showPassphrase') }}
      required
      maxLength={LONGEST}
    />
  )
}
