import type { EntityCounts, ImportSheet } from '../../../../shared/contract/imports.ts'
import { IMPORT_ENTITIES, type ImportEntity } from '../../../../shared/domain/imports/import-fields.ts'
import type { LineCounts } from '../../../../shared/domain/imports/import-rows.ts'

export interface EntityLine {
  readonly entity: ImportEntity
  readonly counts: EntityCounts
}

const NOTHING: EntityCounts = {
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  merged: 0,
  rejected: 0,
  flagged: 0,
  skipped: 0,
  repeated: 0,
  lines: null,
  seconds: 0,
}

/** The sheet's lines in the order of loading. */
export function entityLines({ entities }: Pick<ImportSheet, 'entities'>): readonly EntityLine[] {
  return IMPORT_ENTITIES.flatMap((entity) => {
    const counts = entities[entity]
    return counts === undefined ? [] : [{ entity, counts }]
  })
}

function sumOf(one: LineCounts | null, other: LineCounts | null): LineCounts | null {
  if (one === null || other === null) return one ?? other
  return {
    physical: one.physical + other.physical,
    blank: one.blank + other.blank,
    continuation: one.continuation + other.continuation,
    skipped: one.skipped + other.skipped,
  }
}

/** A filter that left out every record: mostly a word of the profile that the file writes otherwise. */
export function filterTookAll({ read, skipped }: EntityCounts): boolean {
  return read === 0 && skipped > 0
}

/** All lines added up. */
export function totalOf(lines: readonly EntityLine[]): EntityCounts {
  return lines.reduce<EntityCounts>(
    (total, { counts }) => ({
      read: total.read + counts.read,
      added: total.added + counts.added,
      updated: total.updated + counts.updated,
      unchanged: total.unchanged + counts.unchanged,
      merged: total.merged + counts.merged,
      rejected: total.rejected + counts.rejected,
      flagged: total.flagged + counts.flagged,
      skipped: total.skipped + counts.skipped,
      repeated: total.repeated + counts.repeated,
      lines: sumOf(total.lines, counts.lines),
      seconds: total.seconds + counts.seconds,
    }),
    NOTHING,
  )
}
