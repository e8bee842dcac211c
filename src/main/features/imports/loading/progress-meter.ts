import type { ImportProgress, ImportState } from '../../../../shared/contract/imports.ts'
import type { ImportEntity } from '../../../../shared/domain/import-rows.ts'

const MS_PER_SECOND = 1_000

/** What the progress bar says: how far, how fast, how much longer (D1). */
export class ProgressMeter {
  readonly #importUid: string
  readonly #bytesTotal: number
  readonly #startedAt: number
  #bytesBefore = 0
  #bytesRead = 0
  #entity: ImportEntity | null = null
  #fileName: string | null = null

  constructor(importUid: string, bytesTotal: number, startedAt: number) {
    this.#importUid = importUid
    this.#bytesTotal = bytesTotal
    this.#startedAt = startedAt
  }

  openFile(entity: ImportEntity, fileName: string): void {
    this.#bytesBefore = this.#bytesRead
    this.#entity = entity
    this.#fileName = fileName
  }

  /** @param bytes of the file at hand */
  readTo(bytes: number): void {
    this.#bytesRead = this.#bytesBefore + bytes
  }

  reading(rows: number, nowAt: number): ImportProgress {
    const share = this.#bytesTotal === 0 ? 1 : this.#bytesRead / this.#bytesTotal
    return this.#tell('reading', 'running', rows, nowAt, share)
  }

  /** @param share of the people that are done, 0–1 */
  summarising(rows: number, nowAt: number, startedAt: number, share: number): ImportProgress {
    const elapsed = nowAt - startedAt
    const left = share > 0 ? Math.ceil((elapsed * (1 - share)) / share / MS_PER_SECOND) : null
    return { ...this.#tell('summarising', 'running', rows, nowAt, 0), secondsLeft: left }
  }

  undoing(rows: number, nowAt: number): ImportProgress {
    return this.#tell('undoing', 'running', rows, nowAt, 0)
  }

  finished(state: ImportState, rows: number, nowAt: number): ImportProgress {
    return { ...this.#tell('finished', state, rows, nowAt, 1), secondsLeft: 0 }
  }

  #tell(
    phase: ImportProgress['phase'],
    state: ImportState,
    rows: number,
    nowAt: number,
    share: number,
  ): ImportProgress {
    const elapsed = nowAt - this.#startedAt
    return {
      importUid: this.#importUid,
      phase,
      state,
      rows,
      entity: this.#entity,
      fileName: this.#fileName,
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      rowsPerSecond: elapsed > 0 ? Math.round((rows * MS_PER_SECOND) / elapsed) : 0,
      secondsLeft: share > 0 ? Math.ceil((elapsed * (1 - share)) / share / MS_PER_SECOND) : null,
    }
  }
}
