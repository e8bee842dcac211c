import { Button, Group, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ShownPrompts } from '../../../shared/contract/prompts.ts'
import { useCommand } from '../../app/operations.ts'
import { Problem } from '../../ui/problem.tsx'

/** What was noted of an answer, and the one button that takes it back; Ctrl+Z does the same outside of text fields. */
export function UndoAnswer(props: {
  readonly promptUid: string
  readonly said: string
  onUndone(shown: ShownPrompts): void
}) {
  const { t } = useTranslation()
  const undo = useCommand('prompts.undoResponse')
  const takeBack = () => {
    if (!undo.isPending) undo.mutate({ promptUid: props.promptUid }, { onSuccess: props.onUndone })
  }
  useHotkeys([['mod+Z', takeBack]])
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {props.said}
        </Text>
        <Button variant="light" onClick={takeBack} loading={undo.isPending} aria-keyshortcuts="Control+Z">
          {t('app.undo')} Ctrl Z
        </Button>
      </Group>
      <Problem error={undo.error} />
    </Stack>
  )
}
