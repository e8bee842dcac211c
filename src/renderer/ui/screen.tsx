import { Title } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { KeyPlace } from './key-place.tsx'
import classes from './screen.module.css'

/** A screen of the middle: a heading that stays, with what can be done at its end, and a body that scrolls. */
export function Screen(props: {
  readonly title: string
  readonly actions?: ReactNode
  /** A key that the screen has as a whole, and that nothing in it has taken. */
  onKey?(event: KeyboardEvent): boolean
  readonly children: ReactNode
}) {
  const { title, onKey } = props
  const content = (
    <>
      <header className={classes.head}>
        <Title order={1} size="h4">
          {title}
        </Title>
        <div className={classes.actions}>{props.actions}</div>
      </header>
      <div className={classes.body}>{props.children}</div>
    </>
  )
  return onKey === undefined ? (
    <div className={classes.screen}>{content}</div>
  ) : (
    <KeyPlace className={classes.screen} label={title} onKey={onKey}>
      {content}
    </KeyPlace>
  )
}
