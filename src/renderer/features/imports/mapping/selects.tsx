import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

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

/** One of a field's codes in the reader's words; null where none is chosen. */
export function CodeSelect(props: {
  readonly label: string
  readonly codes: readonly string[]
  readonly code: string | null
  readonly placeholder?: string
  /** Inside a pop-over the choices must be part of it, or choosing one would close it. */
  readonly insidePopover?: boolean
  onChange(code: string | null): void
}) {
  const { t } = useTranslation()
  return (
    <Select
      size="xs"
      aria-label={props.label}
      comboboxProps={{ withinPortal: props.insidePopover !== true }}
      placeholder={props.placeholder ?? ''}
      clearable={props.placeholder !== undefined}
      data={props.codes.map((value) => ({ value, label: t(`imports.code.${value}`) }))}
      value={props.code}
      onChange={props.onChange}
    />
  )
}
