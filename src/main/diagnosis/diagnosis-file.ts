import { writeFileSync } from 'node:fs'
import type { DiagnosisView } from '../../shared/contract/diagnosis.ts'
import { appErrorOf } from '../engine/faults.ts'
import { OWNER_ONLY } from '../engine/owner-only.ts'
import type { KeptIncident } from './incidents.ts'

/** What the file holds: what the page shows, and the lines that each failure came by. */
export interface Diagnosis extends DiagnosisView {
  readonly writtenAt: number
  readonly incidents: readonly KeptIncident[]
}

/**
 * Writes the file for whoever is on call: names, codes, times and sizes. It names no person, no branch and no folder.
 * Throws `engine.diskFull`, `engine.readOnly`.
 */
export function writeDiagnosis(path: string, diagnosis: Diagnosis): void {
  try {
    writeFileSync(path, `${JSON.stringify(diagnosis, null, 2)}\n`, { mode: OWNER_ONLY })
  } catch (error) {
    throw appErrorOf(error)
  }
}
