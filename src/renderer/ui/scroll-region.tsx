import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

/**
 * A part of a screen that scrolls by itself: it has a name, and the keyboard reaches it, since without a mouse nobody
 * could read on to its end (WCAG 2.1.1).
 */
export function ScrollRegion(props: {
  readonly label: string
  readonly className: string | undefined
  readonly title?: string
  readonly children: ReactNode
}) {
  const { label, className = '', children, ...others } = props
  return (
    <Box component="section" aria-label={label} className={className} tabIndex={0} {...others}>
      {children}
    </Box>
  )
}
