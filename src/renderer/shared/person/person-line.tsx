import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import classes from './person-line.module.css'
import { TierBadge } from './tier-badge.tsx'

/** One person in a list, masked: enough to tell two people of one name apart, and why the search found this one. */
export function PersonLine({
  line,
  compact = false,
  ticket = null,
}: {
  readonly line: CustomerLine
  readonly compact?: boolean
  /** The ticket by which a search found the person. */
  readonly ticket?: string | null
}) {
  const { t } = useTranslation()
  const born = line.birthYear === null ? null : t('customers.bornIn', { year: line.birthYear })
  const sex = line.sex === 'unknown' ? null : t(`customers.sex.${line.sex}`)
  return (
    <div className={classes.line} data-compact={compact}>
      <Text span fw={600} truncate className={classes.name}>
        {line.maskedName}
      </Text>
      <TierBadge tier={line.tier} />
      <span className={classes.phone}>{line.maskedPhone ?? t('customers.noPhone')}</span>
      <span className={classes.rest}>
        {/* What tells two people apart comes first: the end of a long line is cut off. */}
        {line.customerNo}
        {line.idTail !== null && ` · ${t('customers.idTail', { tail: line.idTail })}`}
        <span className={classes.bornAndSex}>
          {[born, sex].filter((part) => part !== null).map((part) => ` · ${part}`)}
        </span>
      </span>
      {line.matched !== null && line.matched !== 'name' && (
        <span className={classes.matched}>
          {line.matched === 'ticket' && ticket !== null
            ? t('customers.ticketOf', { ticket })
            : t('customers.matchedBy', { key: t(`customers.matched.${line.matched}`) })}
        </span>
      )}
    </div>
  )
}
