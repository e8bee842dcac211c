import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../../shared/contract/customer-lists.ts'
import { PaperPerson } from '../../../shared/print/paper-person.tsx'
import { PaperRows } from '../../../shared/print/paper-rows.tsx'
import type { PaperTableProps } from '../../../shared/print/printed-list.tsx'
import { lastContactText, listReasonText } from '../../../shared/words/list-reason-text.ts'
import { bornText } from '../list/born-text.ts'

/** Columns of the screen that have one on paper; tier, phone and customer number stand with every name. */
const OWN_COLUMNS = ['reason', 'owner', 'contact', 'born'] as const
type OwnColumn = (typeof OWN_COLUMNS)[number]

/** The people of a list, each with room to write: who, and the columns that were chosen on the screen. */
export function CustomersTable({ rows, columns, todayOn }: PaperTableProps<'customers'>) {
  return (
    <PaperRows
      rows={rows}
      columns={OWN_COLUMNS.filter((column) => columns.includes(column))}
      keyOf={({ uid }) => uid}
      personOf={(row) => <PaperPerson customer={row} />}
      cellOf={(row, column) => <Cell row={row} column={column} todayOn={todayOn} />}
    />
  )
}

function Cell(props: {
  readonly row: CustomerRow
  readonly column: OwnColumn
  readonly todayOn: string
}): ReactNode {
  const { t } = useTranslation()
  const { row, column, todayOn } = props
  switch (column) {
    case 'reason':
      return row.reasons.map((reason) => {
        const text = listReasonText(reason, todayOn, t)
        return <div key={text}>{text}</div>
      })
    case 'owner':
      return row.ownerName ?? row.ownerNo ?? t('lists.nobody')
    case 'contact':
      return lastContactText(row.lastContactOn, todayOn, t)
    case 'born':
      return bornText(row, t)
  }
}
