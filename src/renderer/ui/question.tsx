import { type FocusEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { isComposing, isPlainKey } from './composition.ts'
import { useFocusBack } from './focus-back.ts'
import { QUESTION } from './layers.ts'

/** Keys that move about in a question and press its buttons. */
const LEFT_ALONE = ['Tab', 'Enter', 'Space', 'NumpadEnter']

/**
 * A question about the selected row that stands in the screen itself. It takes the focus and every key until it is
 * answered or left: Esc leaves it, and so does whoever goes elsewhere with the mouse.
 */
export function Question(props: {
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
  /** @param code `KeyboardEvent.code` of a key that may be an answer */
  onKey(code: string): void
  onLeave(): void
}) {
  const { onKey, onLeave } = props
  const place = useRef<HTMLFieldSetElement>(null)
  useFocusBack(true)
  useLayoutEffect(() => place.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const { code } = event.nativeEvent
    if (isComposing(event) || LEFT_ALONE.includes(code)) return
    event.preventDefault()
    if (!isPlainKey(event)) return
    if (code === 'Escape') onLeave()
    else onKey(code)
  }
  return (
    <fieldset
      ref={place}
      {...QUESTION}
      className={props.className}
      tabIndex={-1}
      aria-label={props.label}
      onKeyDown={onKeyDown}
      onBlur={leftBy(onLeave)}
    >
      {props.children}
    </fieldset>
  )
}

/** For a question's `onBlur`: the focus went to another place of the window, not out of the window. */
export function leftBy(onLeave: () => void): (event: FocusEvent) => void {
  return ({ currentTarget, relatedTarget }) => {
    if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) onLeave()
  }
}
