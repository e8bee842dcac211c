import { useState } from 'react'

/** What was typed over stored settings; nothing of it is lost until it is saved or discarded. */
export interface Draft<S> {
  readonly value: S
  readonly changed: boolean
  put(part: Partial<S>): void
  discard(): void
}

export function useDraft<S extends object>(stored: S): Draft<S> {
  const [edits, setEdits] = useState<Partial<S>>({})
  const value = { ...stored, ...edits }
  return {
    value,
    changed: JSON.stringify(value) !== JSON.stringify(stored),
    put: (part) => setEdits((before) => ({ ...before, ...part })),
    discard: () => setEdits({}),
  }
}
