import { Alert, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { explain } from './explain.ts'

/** An error on the screen: a sentence that helps, and the code for the help desk. Renders nothing where all is well. */
export function Problem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  const { text, code } = explain(error, t)
  return (
    <Alert color="red" variant="light" role="alert" p="xs">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm">{text}</Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t('app.code', { code })}
        </Text>
      </Group>
    </Alert>
  )
}
