import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '../../../../shared/contract/imports.ts'

/** The word says the state; the colour only helps the eye. */
const COLOUR: Readonly<Record<ImportState, string>> = {
  running: 'blue',
  done: 'teal',
  cancelled: 'gray',
  failed: 'red',
  undone: 'gray',
}

export function StateBadge({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation()
  return (
    <Badge size="sm" radius="sm" variant="light" color={COLOUR[state]} tt="none">
      {t(`imports.state.${state}`)}
    </Badge>
  )
}
