import { Text } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../../shared/contract/customer-lists.ts'
import type { ColumnOf } from '../../../../shared/domain/branch/list-columns.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { TierBadge } from '../../../shared/person/tier-badge.tsx'
import { whoText } from '../../../shared/person/who.ts'
import { lastContactText, listReasonText } from '../../../shared/words/list-reason-text.ts'
import { bornText } from './born-text.ts'
import classes from './people-table.module.css'

/** One person in a list, masked: who, why they are on it, who looks after them, when they were last contacted. */
export const PeopleRow = memo(function PeopleRow(props: {
  readonly row: CustomerRow
  readonly columns: readonly ColumnOf<'customers'>[]
}) {
  const { t } = useTranslation()
  const { row, columns } = props
  return (
    <div className={classes.line}>
      <Text span size="sm" fw={600} className={classes.name} title={whoText(row)}>
        {row.maskedName}
        {row.matched !== null && row.matched !== 'name' && (
          <Text span size="xs" c="dimmed" fw={400}>
            {' '}
            {t('customers.matchedBy', { key: t(`customers.matched.${row.matched}`) })}
          </Text>
        )}
      </Text>
      {columns.map((column) => (
        <span key={column} className={classes.cell} data-column={column}>
          <Cell row={row} column={column} />
        </span>
      ))}
    </div>
  )
})

function Cell({
  row,
  column,
}: {
  readonly row: CustomerRow
  readonly column: ColumnOf<'customers'>
}): ReactNode {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  switch (column) {
    case 'tier':
      return <TierBadge tier={row.tier} />
    case 'phone':
      return row.maskedPhone ?? t('customers.noPhone')
    case 'reason':
      return <Reasons row={row} todayOn={todayOn} />
    case 'owner':
      return row.ownerName ?? row.ownerNo ?? t('lists.nobody')
    case 'contact':
      return lastContactText(row.lastContactOn, todayOn, t)
    case 'number':
      return row.customerNo
    case 'born':
      return bornText(row, t)
  }
}

function Reasons({ row, todayOn }: { readonly row: CustomerRow; readonly todayOn: string }) {
  const { t } = useTranslation()
  const texts = row.reasons.map((reason) => listReasonText(reason, todayOn, t))
  const [first] = texts
  if (first === undefined) return t('lists.noReason')
  return (
    <span title={texts.join('\n')}>
      {first}
      {texts.length > 1 && (
        <Text span size="xs" c="dimmed">
          {' '}
          {t('lists.moreReasons', { more: texts.length - 1 })}
        </Text>
      )}
    </span>
  )
}
