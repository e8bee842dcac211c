import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../../shared/contract/customer-lists.ts'
import type { ColumnOf } from '../../../../shared/domain/branch/list-columns.ts'
import { PaperPerson } from '../../../shared/print/paper-person.tsx'
import { PaperTable } from '../../../shared/print/paper-table.tsx'
import sheet from '../../../shared/print/sheet.module.css'
import { lastContactText, listReasonText } from '../../../shared/words/list-reason-text.ts'
import { bornText } from '../list/born-text.ts'
import classes from './customers.module.css'

/** Columns of the screen that have one on paper; tier, phone and customer number stand with every name. */
const OWN_COLUMNS = ['reason', 'owner', 'contact', 'born'] as const
type OwnColumn = (typeof OWN_COLUMNS)[number]
type PaperColumn = 'row' | 'person' | OwnColumn | 'remarks'

/** The people of a list, each with room to write: who, and the columns that were chosen on the screen. */
export function CustomersTable(props: {
  readonly rows: readonly CustomerRow[]
  readonly columns: readonly ColumnOf<'customers'>[]
  readonly todayOn: string
}) {
  const { t } = useTranslation()
  const { rows, columns, todayOn } = props
  const own = OWN_COLUMNS.filter((column) => columns.includes(column))
  return (
    <PaperTable<PaperColumn>
      columns={['row', 'person', ...own, 'remarks']}
      widths={classes}
      wordOf={(column) => t(isOwn(column) ? `lists.column.${column}` : `lists.paper.column.${column}`)}
    >
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.uid} className={sheet.entry}>
            <td className={sheet.number}>{index + 1}</td>
            <td>
              <PaperPerson customer={row} />
            </td>
            {own.map((column) => (
              <td key={column}>
                <Cell row={row} column={column} todayOn={todayOn} />
              </td>
            ))}
            <td />
          </tr>
        ))}
      </tbody>
    </PaperTable>
  )
}

function isOwn(column: PaperColumn): column is OwnColumn {
  return OWN_COLUMNS.some((each) => each === column)
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
