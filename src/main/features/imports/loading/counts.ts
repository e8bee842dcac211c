import type { EntityCounts } from '../../../../shared/contract/imports.ts'
import { IMPORT_ENTITIES, type ImportEntity } from '../../../../shared/domain/import-rows.ts'

type Counter = { -readonly [Count in keyof EntityCounts]: EntityCounts[Count] }

/** What became of a row that reached the database. */
export type RowFate = 'added' | 'updated' | 'unchanged' | 'merged' | 'rejected'

function zero(): Counter {
  return { read: 0, added: 0, updated: 0, unchanged: 0, merged: 0, rejected: 0, flagged: 0, seconds: 0 }
}

const MS_PER_SECOND = 1_000

/** The reconciliation figures of a run while it goes on (D3): read = added + updated + unchanged + merged + rejected. */
export class Counts {
  readonly #entities = new Map<ImportEntity, Counter>()

  /** The entity occurs in the sheet from now on, even if no row of it follows. */
  open(entity: ImportEntity): void {
    if (!this.#entities.has(entity)) this.#entities.set(entity, zero())
  }

  add(entity: ImportEntity, fate: RowFate, rows = 1): void {
    const counter = this.#of(entity)
    counter.read += rows
    counter[fate] += rows
  }

  /** Rows that are counted under their fate already. */
  addFlagged(entity: ImportEntity, rows: number): void {
    this.#of(entity).flagged += rows
  }

  addTime(entity: ImportEntity, milliseconds: number): void {
    this.#of(entity).seconds += milliseconds / MS_PER_SECOND
  }

  get rows(): number {
    let rows = 0
    for (const counter of this.#entities.values()) rows += counter.read
    return rows
  }

  /** In the order of loading. */
  sheet(): Partial<Record<ImportEntity, EntityCounts>> {
    const sheet: Partial<Record<ImportEntity, EntityCounts>> = {}
    for (const entity of IMPORT_ENTITIES) {
      const counter = this.#entities.get(entity)
      if (counter !== undefined)
        sheet[entity] = { ...counter, seconds: Math.round(counter.seconds * 10) / 10 }
    }
    return sheet
  }

  #of(entity: ImportEntity): Counter {
    this.open(entity)
    return this.#entities.get(entity) ?? zero()
  }
}
