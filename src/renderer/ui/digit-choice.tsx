import { Button, Group, Input } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useId, useRef } from 'react'
import { isPlainKey } from './composition.ts'

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
  /** The focus starts here when the dialog around it opens. */
  readonly first?: boolean
  readonly row?: RefObject<HTMLDivElement | null>
  /** The row that a digit goes on to; without one the focus stays on what was chosen. */
  readonly then?: RefObject<HTMLDivElement | null>
  onChange(value: Value): void
}) {
  const labelId = useId()
  const ownRow = useRef<HTMLDivElement>(null)
  const row = props.row ?? ownRow
  const { options, value } = props
  const chosen = options.findIndex((option) => option.value === value)
  const choose = (index: number) => {
    const option = options[index]
    if (option === undefined || option.disabled === true) return
    props.onChange(option.value)
    radiosOf(row)[index]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const digit = digitOption(event.key, options)
    if (digit !== null) {
      choose(digit)
      if (props.then !== undefined) focusTabbable(props.then)
    } else if (event.key === 'ArrowRight') choose(nextEnabled(options, Math.max(0, chosen), 1))
    else if (event.key === 'ArrowLeft') choose(nextEnabled(options, Math.max(0, chosen), -1))
    else return
    event.preventDefault()
  }
  const tabbable = chosen >= 0 ? chosen : options.findIndex((option) => option.disabled !== true)
  return (
    <div>
      <Input.Label component="div" id={labelId} mb={4}>
        {props.label}
      </Input.Label>
      <Group ref={row} role="radiogroup" aria-labelledby={labelId} gap={6} onKeyDown={onKeyDown}>
        {options.map((option, index) => (
          <Button
            key={option.value}
            role="radio"
            aria-checked={option.value === value}
            tabIndex={index === tabbable ? 0 : -1}
            data-autofocus={(props.first === true && index === tabbable) || undefined}
            variant={option.value === value ? 'filled' : 'default'}
            disabled={option.disabled ?? false}
            onClick={() => choose(index)}
          >
            {digitName(index)} {option.label}
          </Button>
        ))}
      </Group>
    </div>
  )
}

function radiosOf(row: RefObject<HTMLDivElement | null>): readonly HTMLElement[] {
  return [...(row.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
}

function focusTabbable(row: RefObject<HTMLDivElement | null>): void {
  radiosOf(row)
    .find((radio) => radio.tabIndex === 0)
    ?.focus()
}

type Choosable = Pick<Option<string>, 'disabled'>

/** 1 to 9. */
const MOST_DIGITS = 9

/** The option that a digit key stands for; null for other keys and for an option that cannot be chosen. */
export function digitOption(key: string, options: readonly Choosable[]): number | null {
  if (!/^[1-9]$/.test(key)) return null
  const index = Number(key) - 1
  const option = options[index]
  return option === undefined || option.disabled === true ? null : index
}

/** What stands before an option: its digit, and nothing where there is none; 10 would be read as 1 and then 0. */
export function digitName(index: number): string {
  return index < MOST_DIGITS ? String(index + 1) : ''
}

/** The next option that can be chosen, past the end and round; the same one where there is no other. */
export function nextEnabled(options: readonly Choosable[], from: number, step: 1 | -1): number {
  const count = options.length
  const round = options.map((_, distance) => (from + step * (distance + 1) + count * 2) % count)
  return round.find((index) => options[index]?.disabled !== true) ?? from
}
