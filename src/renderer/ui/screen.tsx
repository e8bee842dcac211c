import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './screen.module.css'

/** A screen of the middle: a heading that stays, with what can be done at its end, and a body that scrolls. */
export function Screen(props: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <Title order={1} size="h4">
          {props.title}
        </Title>
        <div className={classes.actions}>{props.actions}</div>
      </header>
      <div className={classes.body}>{props.children}</div>
    </div>
  )
}
