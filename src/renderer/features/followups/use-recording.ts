import { useState } from 'react'
import type { FollowupRow } from '../../../shared/contract/followups.ts'
import { useCommand } from '../../door/operations.ts'

/** The row whose contact is being recorded: chosen in the list, or scanned off the paper (F5, F6). */
export function useRecording() {
  const [row, setRow] = useState<FollowupRow | null>(null)
  const scan = useCommand('followups.findRow')
  return {
    row,
    scan,
    record: (chosen: FollowupRow) => setRow(chosen),
    end: () => setRow(null),
    look: (barcode: string) =>
      scan.mutate({ barcode }, { onSuccess: (found) => found.stillOpen && setRow(found.line) }),
  }
}

export type Recording = ReturnType<typeof useRecording>
