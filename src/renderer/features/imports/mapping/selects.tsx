import { Select } from '@mantine/core'

/** A column of the file by its name; one that the file does not have stays visible, so that it can be mended. */
export function ColumnSelect(props: {
  readonly label: string
  readonly columns: readonly string[]
  readonly column: string
  onChange(column: string): void
}) {
  const { column } = props
  const columns = [...new Set(props.columns)].filter((name) => name !== '')
  const known = columns.includes(column) || column === ''
  return (
    <Select
      size="xs"
      searchable
      aria-label={props.label}
      title={props.label}
      allowDeselect={false}
      data={known ? columns : [column, ...columns]}
      value={column === '' ? null : column}
      error={!known && columns.length > 0}
      onChange={(value) => value !== null && props.onChange(value)}
    />
  )
}
