import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'

/** The word tells the level; the colour only helps the eye. */
const COLOUR: Readonly<Record<IntentLevel | 'faded', string>> = {
  high: 'red',
  mid: 'orange',
  low: 'teal',
  faded: 'gray',
}

export function LevelBadge({ level }: { readonly level: IntentLevel | 'faded' }) {
  const { t } = useTranslation()
  return (
    <Badge size="sm" radius="sm" variant="light" color={COLOUR[level]} tt="none" miw="max-content">
      {t(`intents.level.${level}`)}
    </Badge>
  )
}
