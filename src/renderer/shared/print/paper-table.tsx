import type { ReactNode } from 'react'
import sheet from './sheet.module.css'

/** A table for paper: its head stands on every page, and the class named like a column gives its width. */
export function PaperTable<Column extends string>(props: {
  readonly columns: readonly Column[]
  readonly widths: Readonly<Record<string, string>>
  readonly className?: string | undefined
  wordOf(column: Column): string
  /** The body, or one a group. */
  readonly children: ReactNode
}) {
  const { columns, widths, className = '', wordOf, children } = props
  return (
    <table className={`${sheet.table} ${className}`}>
      <colgroup>
        {columns.map((column) => (
          <col key={column} className={widths[column]} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {wordOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  )
}
