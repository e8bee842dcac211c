import { Select } from '@mantine/core'

/** A choice among a few, as wide as a word of a toolbar; its options are in the window only while it is open. */
export function ShortSelect(props: {
  readonly label: string
  readonly value: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly width?: number
  onChange(value: string): void
}) {
  return (
    <Select
      size="xs"
      w={props.width ?? 124}
      aria-label={props.label}
      value={props.value}
      data={[...props.data]}
      allowDeselect={false}
      comboboxProps={{ transitionProps: { duration: 0 }, width: 'max-content', position: 'bottom-start' }}
      onChange={(value) => props.onChange(value ?? '')}
    />
  )
}
