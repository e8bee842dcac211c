import { useTranslation } from 'react-i18next'
import type { IntentRow } from '../../../shared/contract/intents.ts'
import { useNavigation } from '../../router/navigation.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { IntentRowLine } from './intent-row.tsx'

const ROW_HEIGHT = 52

/** Open intents in the engine's order; opening one shows its person. */
export function IntentList({ rows }: { readonly rows: readonly IntentRow[] }) {
  const { t } = useTranslation()
  const { choose, customerUid } = useNavigation()
  return (
    <RowList
      label={t('intents.list')}
      rows={rows}
      takesFocus="if-free"
      rowHeight={ROW_HEIGHT}
      keyOf={(row) => row.intent.uid}
      isOpen={(row) => row.customer.uid === customerUid}
      render={(row) => <IntentRowLine row={row} />}
      onOpen={(row) => choose(row.customer.uid)}
    />
  )
}
