import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { FlaggedIntent } from '../../../shared/contract/intents.ts'
import { UndoFlag } from './undo-flag.tsx'

/** As long as the engine takes a flag back (L6). */
const UNDO_SHOWN_MS = 8_000

/** Says that a flag was saved and offers to take it back. A new flag replaces the last one's offer. */
export function useFlagToast(): (flagged: FlaggedIntent) => void {
  const { t } = useTranslation()
  return (flagged) => {
    notifications.clean()
    const id = notifications.show({
      autoClose: UNDO_SHOWN_MS,
      withCloseButton: false,
      role: 'status',
      'aria-label': t('intents.flagged'),
      message: <UndoFlag flagged={flagged} onDone={() => notifications.hide(id)} />,
    })
  }
}
