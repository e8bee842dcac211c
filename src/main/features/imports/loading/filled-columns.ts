import type { EntityCounts } from '../../../../shared/contract/imports.ts'
import type { FieldFilled } from '../../../../shared/domain/imports/column-change.ts'
import type { ImportEntity } from '../../../../shared/domain/imports/import-rows.ts'
import type { FieldFill } from '../reading/field-fill.ts'

type Entities = Readonly<Partial<Record<ImportEntity, EntityCounts>>>

/** The counts of an entity as a run keeps them. */
export interface KeptCounts extends EntityCounts {
  /** Left out by older versions, and by what is entered by hand. */
  readonly fields?: Readonly<Record<string, FieldFilled>>
}

/** How often each field of an entity had a value, over all files of a run. */
export class FilledColumns {
  readonly #entities = new Map<ImportEntity, Map<string, FieldFilled>>()

  /** @param mapped the fields that the file fills */
  add(entity: ImportEntity, mapped: readonly string[], fill: FieldFill): void {
    const fields = this.#entities.get(entity) ?? new Map<string, FieldFilled>()
    this.#entities.set(entity, fields)
    for (const field of mapped) {
      const { filled, records } = fields.get(field) ?? { filled: 0, records: 0 }
      fields.set(field, { filled: filled + fill.filled(field), records: records + fill.rows })
    }
  }

  /** The counts of a run with its fields beside them. */
  beside(entities: Entities): Readonly<Partial<Record<ImportEntity, KeptCounts>>> {
    return Object.fromEntries(
      Object.entries(entities).map(([entity, counts]) => {
        const fields = [...this.#entities].find(([name]) => name === entity)?.[1]
        return [entity, fields === undefined ? counts : { ...counts, fields: Object.fromEntries(fields) }]
      }),
    )
  }
}
