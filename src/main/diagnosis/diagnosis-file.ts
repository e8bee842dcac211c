import type { DiagnosisView } from '../../shared/contract/diagnosis.ts'
import { writeDurably } from '../engine/write-durably.ts'
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
  writeDurably(path, `${JSON.stringify(diagnosis, null, 2)}\n`)
}
