import { useEffect, useEffectEvent } from 'react'
import type { LeadDossier } from '../../../shared/contract/leads.ts'
import type { DoorError } from '../../door/door-error.ts'
import { useCommand } from '../../door/operations.ts'

/** One lead with its history. Each reading is recorded as a look, so it is read when a person asks or has changed it. */
export function useDossier(leadUid: string): {
  readonly dossier: LeadDossier | undefined
  readonly error: DoorError | null
  readAgain(): void
} {
  const open = useCommand('leads.open')
  const readAgain = useEffectEvent(() => open.mutate({ leadUid }))
  useEffect(() => readAgain(), [])
  return { dossier: open.data, error: open.error, readAgain: () => open.mutate({ leadUid }) }
}
