import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Tier } from '../../../shared/domain/customer/tiers.ts'
import classes from './tier-badge.module.css'

/** The word tells the tier; the colour only helps the eye. */
const COLOUR: Readonly<Record<Tier, string>> = {
  standard: 'gray',
  preferred: 'blue',
  'high-net-worth': 'grape',
}

export function TierBadge({ tier }: { readonly tier: Tier }) {
  const { t } = useTranslation()
  return (
    <Badge size="sm" radius="sm" variant="light" color={COLOUR[tier]} tt="none" miw="max-content">
      {t(`customers.tier.${tier}`)}
    </Badge>
  )
}

/** In a row of a list, which goes without the tier before it shortens a name. */
export function TierInRow({ tier }: { readonly tier: Tier }) {
  return (
    <span className={classes.inRow}>
      <TierBadge tier={tier} />
    </span>
  )
}
