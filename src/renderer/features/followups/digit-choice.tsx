import { Button, Group, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { isComposing } from '../../ui/composition.ts'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly disabled?: boolean
}

/** A row of choices that the digits 1 to 9 pick while the focus is in it; arrows move as in any radio group. */
export function DigitChoice<Value extends string>(props: {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly autoFocus?: boolean
  onChange(value: Value): void
}) {
  const labelId = useId()
  const row = useRef<HTMLDivElement>(null)
  const { autoFocus } = props
  useEffect(() => {
    if (autoFocus === true) row.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [autoFocus])
  const choose = (index: number) => {
    const option = props.options[index]
    if (option === undefined || option.disabled === true) return
    props.onChange(option.value)
    row.current?.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const at = Math.max(
      0,
      props.options.findIndex((option) => option.value === props.value),
    )
    const digit = Number(event.key)
    if (digit >= 1 && digit <= props.options.length) choose(digit - 1)
    else if (event.key === 'ArrowRight') choose(nextEnabled(props.options, at, 1))
    else if (event.key === 'ArrowLeft') choose(nextEnabled(props.options, at, -1))
    else return
    event.preventDefault()
  }
  const chosen = props.options.findIndex((option) => option.value === props.value)
  return (
    <div>
      <Text id={labelId} size="sm" fw={500} mb={4}>
        {props.label}
      </Text>
      <Group ref={row} role="radiogroup" aria-labelledby={labelId} gap={6} onKeyDown={onKeyDown}>
        {props.options.map((option, index) => (
          <Button
            key={option.value}
            role="radio"
            aria-checked={option.value === props.value}
            tabIndex={index === Math.max(0, chosen) ? 0 : -1}
            variant={option.value === props.value ? 'filled' : 'default'}
            disabled={option.disabled ?? false}
            onClick={() => choose(index)}
          >
            {index + 1} {option.label}
          </Button>
        ))}
      </Group>
    </div>
  )
}

function nextEnabled(
  options: readonly { readonly disabled?: boolean }[],
  from: number,
  step: 1 | -1,
): number {
  const order = options.map(
    (_, distance) => (from + step * (distance + 1) + options.length * 2) % options.length,
  )
  return order.find((index) => options[index]?.disabled !== true) ?? from
}
