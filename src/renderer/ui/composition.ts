import type { KeyboardEvent } from 'react'

/** Key code that browsers report for keys an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229

/** Whether this key belongs to an input method's composition and must neither submit nor trigger anything (X1). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD
}

/** Whether this key stands for itself: no part of a composition, and without Ctrl, Alt or the system's key. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return !(isComposing(event) || event.ctrlKey || event.altKey || event.metaKey)
}
