import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const NAME_LENGTH = 100

export function ProfileName(props: { readonly name: string; onChange(name: string): void }) {
  const { t } = useTranslation()
  return (
    <TextInput
      size="xs"
      mb="xs"
      label={t('imports.profile.name')}
      value={props.name}
      maxLength={NAME_LENGTH}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
