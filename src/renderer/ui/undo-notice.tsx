import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from './problem.tsx'
import { useScreenHotkeys } from './screen-hotkeys.ts'

/** What was saved, and the one button that takes it back; Ctrl+Z does the same outside of text fields. */
export function UndoNotice(props: {
  readonly said: string
  readonly busy: boolean
  readonly error: unknown
  onUndo(): void
  /** What else is to be known of it. */
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const { said, busy, error, onUndo } = props
  const takeBack = () => {
    if (!busy) onUndo()
  }
  useScreenHotkeys([['mod+Z', takeBack]], 'not')
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {said}
        </Text>
        <Button variant="light" flex="none" onClick={takeBack} loading={busy} aria-keyshortcuts="Control+Z">
          {t('app.undo')} Ctrl Z
        </Button>
      </Group>
      {props.children}
      <Problem error={error} />
    </Stack>
  )
}
