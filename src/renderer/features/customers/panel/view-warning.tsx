import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer360 } from '../../../../shared/contract/customers.ts'

/** How many customers the reader saw today, once the daily cap is near (P2): so that nobody runs into it unawares. */
export function ViewWarning({ warning }: { readonly warning: Customer360['viewWarning'] }) {
  const { t } = useTranslation()
  if (warning === null) return null
  return (
    <Text size="xs" role="status" fw={600}>
      ▲ {t('customers.viewWarning', { ...warning })}
    </Text>
  )
}
