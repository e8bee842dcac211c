import { Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

/** A part of the panel under its small heading. */
export function PanelSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Text id={id} component="h2" size="xs" c="dimmed" fw={600} m={0}>
        {title}
      </Text>
      {children}
    </section>
  )
}
