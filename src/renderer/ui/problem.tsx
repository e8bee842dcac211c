import { Alert, Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { CallError } from '../ipc/call-error.ts'

/** A refusal in the reader's language: what happened, what is kept, what to do. */
export function explain(error: unknown, t: TFunction): { readonly text: string; readonly code: string } {
  const code = error instanceof CallError ? error.code : 'engine.internal'
  const detail = error instanceof CallError ? error.detail : { cause: 'window' }
  return { text: t(`error.${code}`, { ...detail }), code }
}

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
