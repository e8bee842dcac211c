import { Button, Group, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { FlaggedIntent } from '../../../shared/contract/intents.ts'
import { useCommand } from '../../app/operations.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { Problem } from '../../ui/problem.tsx'
import { Unpublished } from '../followups/due-reason.tsx'

/** What a flag became, and the one button that takes it back; Ctrl+Z does the same outside of text fields. */
export function UndoFlag(props: {
  readonly flagged: FlaggedIntent
  /** What stands against offering the product, in words. */
  readonly warnings: readonly string[]
  onDone(): void
}) {
  const { flagged, onDone } = props
  const { t } = useTranslation()
  const undo = useCommand('intents.undoFlag')
  const takeBack = () => {
    if (!undo.isPending) undo.mutate({ undoToken: flagged.undoToken }, { onSuccess: onDone })
  }
  useHotkeys([['mod+Z', takeBack]])
  const { product, level, nextOn, ownerName } = flagged.intent
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {t(flagged.created ? 'intents.flaggedNew' : 'intents.flaggedMore', {
            product: t(`intents.product.${product}`),
            level: t(`intents.level.${level}`),
          })}
        </Text>
        <Button variant="light" onClick={takeBack} loading={undo.isPending} aria-keyshortcuts="Control+Z">
          {t('app.undo')} Ctrl Z
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('intents.nextBy', { day: shortDay(nextOn, t), owner: ownerName })}
        {flagged.unpublished && <Unpublished />}
      </Text>
      {props.warnings.map((warning) => (
        <Text key={warning} size="xs" c="red">
          ✕ {warning}
        </Text>
      ))}
      <Problem error={undo.error} />
    </Stack>
  )
}
