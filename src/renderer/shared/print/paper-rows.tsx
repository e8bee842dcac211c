import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import widths from './paper-rows.module.css'
import { PaperTable } from './paper-table.tsx'
import sheet from './sheet.module.css'

/** Columns that a list on paper may have beside the number of the row, the person and room to write. */
export type PaperColumn =
  | 'reason'
  | 'born'
  | 'work'
  | 'next'
  | 'between'
  | 'why'
  | 'note'
  | 'owner'
  | 'contact'

/** Words that a column has on the screen already. */
const SCREEN_WORDS: readonly string[] = ['reason', 'born', 'note', 'owner', 'contact', 'between']

/** The rows of a list, each with its number first and room to write last. */
export function PaperRows<Row, Column extends PaperColumn>(props: {
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  keyOf(row: Row): string
  /** Who it is, with what tells two of one name apart. */
  personOf(row: Row): ReactNode
  cellOf(row: Row, column: Column): ReactNode
}) {
  const { t } = useTranslation()
  const { rows, columns, keyOf, personOf, cellOf } = props
  return (
    <PaperTable<Column | 'row' | 'person' | 'remarks'>
      columns={['row', 'person', ...columns, 'remarks']}
      widths={widths}
      wordOf={(column) => {
        const isOnScreen = SCREEN_WORDS.includes(column)
        return isOnScreen ? t(`lists.column.${String(column)}`) : t(`lists.paper.column.${String(column)}`)
      }}
    >
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row)} className={sheet.entry}>
            <td className={sheet.number}>{index + 1}</td>
            <td>{personOf(row)}</td>
            {columns.map((column) => (
              <td key={column}>{cellOf(row, column)}</td>
            ))}
            <td />
          </tr>
        ))}
      </tbody>
    </PaperTable>
  )
}
