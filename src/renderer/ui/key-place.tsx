import type { KeyboardEvent, ReactNode } from 'react'
import { isComposing } from './composition.ts'
import classes from './key-place.module.css'
import { openLayer } from './layers.ts'

/** What stands for itself in a field. */
const FIELD = 'input, textarea, select, [contenteditable="true"]'

/**
 * A screen, or a part of one, that has keys of its own. They work from anywhere in it but its fields, and also while what
 * it shows is still being read: it has the focus as a whole then (`useKeptFocus`), and gives it to the list that comes.
 */
export function KeyPlace(props: {
  readonly label: string
  readonly className?: string | undefined
  /** A key that nothing inside has taken; answers whether it is taken here, so that nobody behind takes it again. */
  onKey(event: KeyboardEvent): boolean
  readonly children: ReactNode
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event
    if (event.defaultPrevented || isComposing(event) || openLayer() !== null) return
    // React hands up what is struck in a dialog above as well.
    if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest(FIELD) !== null)
      return
    if (props.onKey(event)) event.preventDefault()
  }
  return (
    <section
      className={`${classes.place} ${props.className ?? ''}`}
      aria-label={props.label}
      tabIndex={-1}
      data-key-place
      onKeyDown={onKeyDown}
    >
      {props.children}
    </section>
  )
}
