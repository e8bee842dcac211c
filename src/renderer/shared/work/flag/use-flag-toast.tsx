import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { FlaggedIntent } from '../../../../shared/contract/intents.ts'
import { blocks, type Prohibition } from '../../../../shared/domain/consent/prohibitions.ts'
import type { ProductCode } from '../../../../shared/domain/customer/products.ts'
import { CHANNELS } from '../../../../shared/domain/work/contact.ts'
import { UNDO_WINDOW_MS } from '../../../../shared/domain/work/undo-window.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { shortDay } from '../../../ui/civil-dates.ts'
import { UndoNotice } from '../../../ui/undo-notice.tsx'
import { prohibitionText } from '../../words/prohibition-text.ts'
import { Unpublished } from '../due-reason.tsx'

/** Says that a flag was saved and offers to take it back. A new flag replaces the last one's offer. */
export function useFlagToast(): (flagged: FlaggedIntent, who: string) => void {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  return (flagged, who) => {
    const warnings = flagged.prohibitions
      .filter((each) => standsAgainst(each, flagged.intent.product))
      .map((each) => prohibitionText(each, todayOn, t))
    notifications.clean()
    const id = notifications.show({
      autoClose: UNDO_WINDOW_MS,
      withCloseButton: false,
      role: 'status',
      'aria-label': t('intents.flagged'),
      message: (
        <UndoFlag flagged={flagged} who={who} warnings={warnings} onDone={() => notifications.hide(id)} />
      ),
    })
  }
}

/** A wish is noted whatever stands against it; what is said is only what concerns this product (L4). */
function standsAgainst(prohibition: Prohibition, product: ProductCode): boolean {
  return CHANNELS.some((channel) => blocks(prohibition, channel, product))
}

/** What a flag became, and its way back. */
function UndoFlag(props: {
  readonly flagged: FlaggedIntent
  readonly who: string
  /** What stands against offering the product, in words. */
  readonly warnings: readonly string[]
  onDone(): void
}) {
  const { flagged, who, warnings, onDone } = props
  const { t } = useTranslation()
  const undo = useCommand('intents.undoFlag')
  const takeBack = () => undo.mutate({ undoToken: flagged.undoToken }, { onSuccess: onDone })
  const { product, level, nextOn, ownerName } = flagged.intent
  const said = t(flagged.created ? 'intents.flaggedNew' : 'intents.flaggedMore', {
    product: t(`intents.product.${product}`),
    level: t(`intents.level.${level}`),
  })
  return (
    <UndoNotice said={`${who} · ${said}`} busy={undo.isPending} error={undo.error} onUndo={takeBack}>
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
