import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FlaggedIntent } from '../../../../shared/contract/intents.ts'
import { useCommand } from '../../../door/operations.ts'
import { shortDay } from '../../../ui/civil-dates.ts'
import { UndoNotice } from '../../../ui/undo-notice.tsx'
import { Unpublished } from '../due-reason.tsx'

/** What a flag became, and its way back. */
export function UndoFlag(props: {
  readonly flagged: FlaggedIntent
  /** What stands against offering the product, in words. */
  readonly warnings: readonly string[]
  onDone(): void
}) {
  const { flagged, warnings, onDone } = props
  const { t } = useTranslation()
  const undo = useCommand('intents.undoFlag')
  const takeBack = () => undo.mutate({ undoToken: flagged.undoToken }, { onSuccess: onDone })
  const { product, level, nextOn, ownerName } = flagged.intent
  const said = t(flagged.created ? 'intents.flaggedNew' : 'intents.flaggedMore', {
    product: t(`intents.product.${product}`),
    level: t(`intents.level.${level}`),
  })
  return (
    <UndoNotice said={said} busy={undo.isPending} error={undo.error} onUndo={takeBack}>
      <Text size="xs" c="dimmed">
        {t('intents.nextBy', { day: shortDay(nextOn, t), owner: ownerName })}
        {flagged.unpublished && <Unpublished />}
      </Text>
      {warnings.map((warning) => (
        <Text key={warning} size="xs" c="red">
          ✕ {warning}
        </Text>
      ))}
    </UndoNotice>
  )
}
