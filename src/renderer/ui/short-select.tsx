import { Select } from '@mantine/core'

/** A choice among a few, as wide as a word of a toolbar; its options are in the window only while it is open. */
export function ShortSelect(props: {
  readonly label: string
  readonly value: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  onChange(value: string): void
}) {
  const chosen = props.data.find(({ value }) => value === props.value)?.label ?? ''
  return (
    <Select
      size="xs"
      style={{ width: `calc(${wordWidth(chosen)}ch + 56px)`, fontSize: 'var(--mantine-font-size-xs)' }}
      aria-label={props.label}
      value={props.value}
      data={[...props.data]}
      allowDeselect={false}
      comboboxProps={{ transitionProps: { duration: 0 }, width: 'max-content', position: 'bottom-start' }}
      onChange={(value) => props.onChange(value ?? '')}
    />
  )
}

const LATIN_END = 0x2e80

/** How many digits a text is as wide as; a Chinese character counts as two. */
function wordWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + ((character.codePointAt(0) ?? 0) < LATIN_END ? 1 : 2),
    0,
  )
}
