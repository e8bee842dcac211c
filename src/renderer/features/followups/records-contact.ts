import type { KeyboardEvent } from 'react'
import { isComposing } from '../../ui/composition.ts'

/** R, or F6 as at the counter strip. */
export function recordsContact(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return false
  return event.key === 'F6' || event.key.toLowerCase() === 'r'
}
