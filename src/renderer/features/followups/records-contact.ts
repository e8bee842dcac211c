import type { KeyboardEvent } from 'react'
import { isPlainKey } from '../../ui/composition.ts'

/** Key R, or key F6 as at the counter strip. */
export function recordsContact(event: KeyboardEvent): boolean {
  if (!isPlainKey(event)) return false
  return event.key === 'F6' || event.key.toLowerCase() === 'r'
}
