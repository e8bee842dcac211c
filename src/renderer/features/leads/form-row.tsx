import type { ReactNode } from 'react'
import classes from './leads.module.css'

/** One line of the form: the word before it, and the field, which bears its own name for those who hear it. */
export function FormRow(props: {
  /** By which the form finds it to put the keys there. */
  readonly field: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div className={classes.row} data-field={props.field}>
      <span className={classes.label} aria-hidden>
        {props.label}
      </span>
      <div>{props.children}</div>
    </div>
  )
}
