import type { TFunction } from 'i18next'
import { DoorError } from '../door/door-error.ts'

/** A refusal in the reader's language: what happened, what is kept, what to do. */
export function explain(error: unknown, t: TFunction): { readonly text: string; readonly code: string } {
  const code = error instanceof DoorError ? error.code : 'engine.internal'
  const detail = error instanceof DoorError ? error.detail : { cause: 'window' }
  return { text: t(`error.${code}`, { ...detail }), code }
}
