import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useId } from 'react'
import { isPlainKey } from '../../ui/composition.ts'
import keys from '../../ui/key-buttons.module.css'
import { keyName } from '../../ui/physical-keys.ts'
import classes from './leads.module.css'

export interface KeyedOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** One letter or digit. */
  readonly key: string
}

/** A row of choices, each under a key of its own while the focus is in the row; arrows move as in any radio group. */
export function KeyChoice<Value extends string>(props: {
  readonly label: string
  /** The name that the form finds the row by. */
  readonly field: string
  readonly options: readonly KeyedOption<Value>[]
  readonly value: Value | null
  onChoose(value: Value): void
}) {
  const labelId = useId()
  const { options, value, onChoose } = props
  const chosen = options.findIndex((option) => option.value === value)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isPlainKey(event)) return
    const step = ARROWS[event.key]
    const wanted = keyName(event.nativeEvent.code)
    const option =
      step === undefined
        ? options.find(({ key }) => key === wanted)
        : options[(Math.max(0, chosen) + step + options.length) % options.length]
    if (option === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (step !== undefined) {
      const at = options.indexOf(option)
      event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus()
    }
    onChoose(option.value)
  }
  return (
    <div className={classes.row} data-field={props.field}>
      <span id={labelId} className={classes.label}>
        {props.label}
      </span>
      <div
        className={`${keys.keys} ${classes.keys}`}
        role="radiogroup"
        aria-labelledby={labelId}
        onKeyDown={onKeyDown}
      >
        {options.map((option, index) => (
          <UnstyledButton
            key={option.value}
            className={keys.key}
            role="radio"
            aria-checked={option.value === value}
            tabIndex={index === Math.max(0, chosen) ? 0 : -1}
            onClick={() => onChoose(option.value)}
          >
            <kbd className={keys.name}>{option.key}</kbd>
            {option.label}
          </UnstyledButton>
        ))}
      </div>
    </div>
  )
}

const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
