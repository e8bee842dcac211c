import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

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
